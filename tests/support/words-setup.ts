import { wordsUse } from '../../src/ui/words/say.ts';
import { en } from '../../src/words/en/index.ts';

// A page of the game fetches its words; tests have all of the English ones.
wordsUse('en', en);
