/** Runs in every page before its first script; all it needs is inside. Somebody who answers as fast as the screen lets them, and tells each screen that they see. */
export function answerFast(): void {
  const tell = Reflect.get(globalThis, 'tellScreen') as (screen: string) => Promise<void>;
  const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const button = (words: RegExp): HTMLButtonElement | undefined =>
    [...document.querySelectorAll('button')].find(
      (each) => words.test(each.textContent.trim()) && each.checkVisibility(),
    );

  const screen = (): string => {
    if (location.pathname === '/result' && document.querySelector('ul.levels') !== null) return 'result';
    const number = parseInt(document.querySelector('.progress .number')?.textContent ?? '', 10);
    if (location.pathname !== '/test' || Number.isNaN(number)) return '';
    if (button(/^(Continuer|Voir mon résultat)$/) !== undefined) return `look back ${number}`;
    const instruction = document.querySelector('.instruction');
    if (instruction === null || button(/^Valider$/) === undefined) return '';
    // The instruction comes first, then what it is about.
    if (document.querySelector('.task.coming') !== null) return '';
    return `question ${number} ${lettersOf(instruction.textContent)}`;
  };

  const act = (shown: string): void => {
    if (shown.startsWith('look back')) return button(/^(Continuer|Voir mon résultat)$/)?.click();
    if (!shown.startsWith('question')) return;
    const option = document.querySelector<HTMLInputElement>('main input[type=radio]');
    if (option !== null) {
      option.click();
      button(/^Valider$/)?.click();
    }
    // Where an option alone is no answer, the screen stays.
    else button(/^Je ne sais pas$/)?.click();
  };

  let seen = '';
  new MutationObserver(() => {
    const shown = screen();
    if (shown === seen || shown === '') return;
    seen = shown;
    // Once the screen was heard of: of what a kill takes away, one screen at most was not told.
    void tell(shown).then(() => {
      act(shown);
      if (shown.startsWith('question')) void tell('tap');
      setTimeout(() => screen() === shown && button(/^Je ne sais pas$/)?.click(), 400);
    });
  }).observe(document, { subtree: true, childList: true, characterData: true });
}
