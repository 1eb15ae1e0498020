/** Takes the focus to the title of the screen: for when what was pressed is gone, and nothing stands in its place. */
export function focusTitle(): void {
  document.querySelector<HTMLElement>('h1')?.focus();
}
