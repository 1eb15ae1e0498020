/** What was typed into a field of a form; empty when there is no such field. */
export function typedIn(form: HTMLFormElement, field: string): string {
  const typed = new FormData(form).get(field);
  return typeof typed === 'string' ? typed : '';
}
