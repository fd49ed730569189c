import { CodedError } from '../../domain/errors/coded-error.ts';
import {
  learnerListIsNew,
  learnerListIsNewer,
  learnerListRead,
  learnerListText,
  learnerOfDatabase,
} from '../../domain/learners/learner-list.ts';
import type { LearnerListKept } from '../../ports/learners.ts';

/** The list is needed before a database is open: it says which. */
const LIST = 'batsign.learners';
/** Whom this page let in, until it is closed. */
const LET_IN = 'batsign.letIn';

/** Texts of the browser; null where it denies them. */
function texts(storage: () => Storage): Storage | null {
  try {
    const kept = storage();
    // Some browsers give it and refuse to be asked.
    kept.getItem(LIST);
    return kept;
  } catch {
    return null;
  }
}

export function learnerListKept(): LearnerListKept {
  const local = texts(() => localStorage);
  const session = texts(() => sessionStorage);
  const textNow = () => local?.getItem(LIST) ?? null;
  return {
    isKept: local !== null,
    read: () => learnerListRead(textNow()),
    change(by) {
      const text = textNow();
      if (learnerListIsNewer(text)) throw new CodedError('newer_version', { code: 'storeNewer' });
      const list = by(learnerListRead(text));
      try {
        if (learnerListIsNew(list)) local!.removeItem(LIST);
        else local!.setItem(LIST, learnerListText(list));
      } catch (cause) {
        throw new CodedError('learners_not_kept', { code: 'learnersNotKept' }, { cause });
      }
      return list;
    },
    async databasesFind() {
      // Firefox before 126 has it not.
      const found = (await globalThis.indexedDB?.databases?.().catch(() => [])) ?? [];
      return found.flatMap(({ name }) => learnerOfDatabase(name ?? '') ?? []);
    },
    listen(onChange) {
      addEventListener('storage', ({ key }) => {
        if (key === LIST || key === null) onChange();
      });
    },
    isLetIn: (key) => session?.getItem(LET_IN) === key,
    letIn: (key) => session?.setItem(LET_IN, key),
  };
}
