/** Words that name a picture. */
export interface PictureNames {
  readonly avatars: Readonly<Record<string, string>>;
  readonly guest: string;
  readonly numbered: (avatar: string, number: number) => string;
}

/** What somebody is called by. */
export interface NamedLine {
  readonly avatar: string;
  readonly number: number;
  readonly summary: { readonly nickname: string } | undefined;
}

/** What somebody is called: the nickname, else the picture. */
export function lineName(line: NamedLine, { avatars, guest, numbered }: PictureNames): string {
  if (line.summary?.nickname) return line.summary.nickname;
  if (line.avatar === '') return guest;
  const picture = avatars[line.avatar] ?? line.avatar;
  return line.number > 1 ? numbered(picture, line.number) : picture;
}
