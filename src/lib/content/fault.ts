/** What can be wrong in the sources, by name. */
export type Rule =
  | 'yaml'
  | 'schema'
  | 'sense'
  | 'framework'
  | 'unknownFile'
  | 'missingFile'
  | 'unknownSkill'
  | 'unknownCompetence'
  | 'unknownEnemy'
  | 'unknownTry'
  | 'lessonForm'
  | 'untaught'
  | 'duplicateId'
  | 'duplicateCode'
  | 'markdown'
  | 'html'
  | 'link'
  | 'missingSection'
  | 'unusedSection'
  | 'repeatedSection'
  | 'emptySection'
  | 'longSentence'
  | 'sentences'
  | 'examples'
  | 'exampleResponse'
  | 'exampleOutcome'
  | 'exampleMistake'
  | 'idleAction'
  | 'unknownFact'
  | 'longestAnswer'
  | 'outsideAddress'
  | 'missingPicture'
  | 'unusedPicture'
  | 'heavyPicture'
  | 'pictureForm'
  | 'unsafePicture'
  | 'pictureMaker'
  | 'heavyClip'
  | 'clipForm'
  | 'clipTwice'
  | 'unusedClip'
  | 'shaming';

/** These are told, and compiled all the same: an author may know better. */
const warnings: readonly Rule[] = ['idleAction', 'longestAnswer', 'outsideAddress', 'shaming', 'untaught'];

/** Something wrong in a source file: where, what, and how to mend it. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly rule: Rule;
  readonly message: string;
  readonly mend: string;
}

/** Notes a fault in the file at hand. */
export type Tell = (line: number, rule: Rule, message: string, mend: string) => void;

/** Whether a fault is only a warning. */
export function isWarning(fault: Fault): boolean {
  return warnings.includes(fault.rule);
}

/** A teller for one file that adds to a list. */
export function tellerOf(file: string, faults: Fault[]): Tell {
  return (line, rule, message, mend) => faults.push({ file, line, rule, message, mend });
}
