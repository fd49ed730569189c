import { wordsUse } from '../../ui/words/say.ts';
import { en } from '../../words/en/index.ts';

// Commands print English, and have all of it at once.
wordsUse('en', en);
