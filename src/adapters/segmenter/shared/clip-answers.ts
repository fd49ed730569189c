import type { Frame } from '../../../domain/frame/frame.ts';
import { answerBlend } from '../../../network/answer-blend.ts';
import type { NetworkHead, NetworkModel } from '../../../network/network-build.ts';
import { type NetworkView, networkInput, networkViewOf } from '../../../network/network-view.ts';
import type { FramesBeside } from '../../../ports/segmenter.ts';

/** A network's answers to an image of a clip: to it alone, and read with the images beside it. */
export interface ClipAnswer {
  readonly view: NetworkView;
  readonly alone: NetworkHead;
  readonly blended: NetworkHead;
}

/** Reads images of clips, one after another. */
export interface ClipAnswers {
  /** @throws SegmenterError `answer-invalid` */
  answer(frame: Frame, beside: FramesBeside): Promise<ClipAnswer>;
}

/** An image, its neighbours, and those of the next: each is passed through the network once. */
const REMEMBERED = 3;

export function clipAnswersCreate(network: NetworkModel): ClipAnswers {
  const { input } = network.specification;
  const remembered: { readonly frame: Frame; readonly head: NetworkHead }[] = [];

  const headOf = async (frame: Frame): Promise<NetworkHead> => {
    const known = remembered.find((one) => frameIsSame(one.frame, frame));
    if (known !== undefined) return known.head;
    const view = networkViewOf(input, frame);
    const head = await network.head(networkInput(input, view.grey(frame), view.cellMm));
    remembered.push({ frame, head });
    if (remembered.length > REMEMBERED) remembered.shift();
    return head;
  };

  return {
    async answer(frame, { before, after }) {
      const heads = {
        before: before === null ? null : await headOf(before),
        now: await headOf(frame),
        after: after === null ? null : await headOf(after),
      };
      return {
        view: networkViewOf(input, frame),
        alone: heads.now,
        blended: answerBlend(heads.before, heads.now, heads.after),
      };
    },
  };
}

function frameIsSame(a: Frame, b: Frame): boolean {
  if (a.width !== b.width || a.height !== b.height || a.timeMs !== b.timeMs) return false;
  if (JSON.stringify(a.sector) !== JSON.stringify(b.sector)) return false;
  return a.grey.every((level, at) => level === b.grey[at]);
}
