import { error } from '@sveltejs/kit';

/** The form that was sent; what cannot be read as one is refused with 400, for that is no fault of the server. */
export async function formOf(request: Request): Promise<FormData> {
  return request.formData().catch(() => error(400));
}

/** What was typed in a field of a form; empty when it is missing or is a file. */
export function typedIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
