import { useEffect, useRef } from 'preact/hooks';
import type { TermId } from '../../domain/medicine/glossary.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { say } from '../../ui/words/say.ts';
import { LabelledPicture } from '../picture/labelled-picture.tsx';
import { TermBody } from './term-body.tsx';
import { TERM_PICTURES, termPointers } from './term-pictures.ts';

/** A term over whatever is done, so that its place is not lost. */
export function TermDialog({
  id,
  onTerm,
  onClose,
}: {
  readonly id: TermId;
  readonly onTerm: (id: TermId) => void;
  readonly onClose: () => void;
}) {
  const picture = TERM_PICTURES[id];
  const content = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // The link to this term is gone, and with it the focus.
    if (!isFirst.current) content.current?.focus();
    isFirst.current = false;
  }, [id]);
  return (
    <Dialog title={say(`glossary.terms.${id}.name`)} onClose={onClose}>
      <div class="stack" ref={content} tabIndex={-1}>
        <TermBody
          id={id}
          other={(one, name) => (
            <button type="button" class="term-link" onClick={() => onTerm(one)}>
              {name}
            </button>
          )}
        >
          {picture !== undefined && (
            <LabelledPicture key={id} picture={picture} pointers={termPointers(id)} />
          )}
        </TermBody>
      </div>
    </Dialog>
  );
}
