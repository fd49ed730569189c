import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { TOLERANCE_MM, WHERE } from '../../domain/grading/tolerance.ts';
import type { ItemPolicy } from '../../domain/learning/item-policy.ts';
import type { RoundItem } from '../../domain/learning/next-round.ts';
import type { FindingSkill, FindingTask, SkillId } from '../../domain/learning/skill.ts';
import { startResolve } from '../../domain/scenario/resolve-scan.ts';
import type {
  ChoiceQuestion,
  NumberQuestion,
  Scenario,
  ScenarioSource,
  ScenarioStep,
} from '../../domain/scenario/scenario.ts';
import { MARK_TOOLS } from '../../domain/scenario/tools.ts';
import { say } from '../../ui/words/say.ts';

/** The skills that can be asked for in one image of a round; the others take a whole lesson. */
export const ROUND_SKILLS = [
  'rib.find',
  'pleural_line.find',
  'a_line.find',
  'pleural_line.delimit',
  'a_line.count',
  'b_line.find',
  'b_line.count',
  'a_line.tell_apart',
  'b_line.tell_apart',
  'lung_sliding',
  'b_line_confluence.find',
  'pleural_effusion.find',
  'consolidation.find',
  'zone_pattern',
  'm_mode_pattern',
  'b_line_confluence.tell_apart',
  'pleural_effusion.tell_apart',
  'consolidation.tell_apart',
  'b_line_confluence.delimit',
  'pleural_effusion.delimit',
  'consolidation.delimit',
] as const satisfies readonly SkillId[];

/** The zone in which M-mode is asked for: in front, where the air of a pneumothorax gathers. */
const M_MODE_ZONE = 'R1';
/** Seconds for which the lung has to be watched before it is asked about. */
const WATCH_S = 3;
const COUNT_MAX = 12;

/** Of a lung that is not normal; which of them is drawn with the image's seed. */
const PATTERNS_ILL = ['b_lines', 'confluence', 'effusion', 'consolidation'] as const;

export interface RoundOf {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly policy: ItemPolicy;
  readonly items: readonly Omit<RoundItem, 'reason'>[];
}

/** A round of items as a scenario: each on an image of its own, asked, answered and looked at. */
export function roundScenario({ id, title, summary, policy, items }: RoundOf): Scenario {
  const findings = items.flatMap(({ skill }) => findingOf(skill) ?? []);
  return {
    id,
    title,
    summary,
    course: policy,
    lesson: 1,
    durationMin: Math.max(1, Math.round(items.length / 2)),
    teaches: [...new Set(findings)],
    passScore: 70,
    policy,
    seed: null,
    images: items.map((item, i) => ({
      id: imageId(i),
      title: say('rounds.image', { item: i + 1, items: items.length }),
      source: itemSource(item),
      draw: null,
    })),
    steps: items.flatMap((item, i) => itemSteps(item, imageId(i))),
  };
}

function imageId(index: number): string {
  return `item-${index + 1}`;
}

function itemSource({ skill, level, isNormal, seed }: Omit<RoundItem, 'reason'>): ScenarioSource {
  if (skill === 'm_mode_pattern') {
    const condition = isNormal ? 'normal' : 'pneumothorax';
    return { kind: 'patient', request: { seed, condition, ...(!isNormal && { zone: M_MODE_ZONE }) } };
  }
  const look = level === 'easy' ? 'clean' : 'clinical';
  const any = { item: null, shows: [], lacks: [] } as const;
  if (skill === 'lung_sliding') {
    const request = { seed, split: 'game', look, pattern: 'a_lines', sliding: isNormal } as const;
    return { kind: 'phantom', request, draw: any };
  }
  if (skill === 'zone_pattern') {
    const pattern = isNormal ? 'a_lines' : PATTERNS_ILL[seed % PATTERNS_ILL.length]!;
    return { kind: 'phantom', request: { seed, split: 'game', look, pattern }, draw: any };
  }
  // Images without a finding differ in what can be taken for it alone, and few are of a middle difficulty.
  const isOfAnyLevel = isNormal && level !== 'hard';
  const item = { skill: skill as FindingSkill, level: isOfAnyLevel ? null : level, isNormal };
  return { kind: 'phantom', request: { seed, split: 'game' }, draw: { ...any, item } };
}

function itemSteps({ skill, isNormal }: Omit<RoundItem, 'reason'>, image: string): readonly ScenarioStep[] {
  const base = { imageId: image, next: [] } as const;
  const graded = { ...base, weight: 1, hints: [] } as const;
  const question = (ask: string, reply: NumberQuestion | ChoiceQuestion, explain: string): ScenarioStep => ({
    ...graded,
    kind: 'question',
    id: `${image}/question`,
    ask,
    reply,
    explain,
  });
  if (skill === 'lung_sliding') {
    const reply = choiceOf('sliding', ['yes', 'no'], (value) => say(`rounds.sliding.${value}`));
    return [
      {
        ...base,
        kind: 'observe',
        id: `${image}/watch`,
        text: say('rounds.sliding.watch'),
        minTimeS: WATCH_S,
      },
      question(say('rounds.sliding.ask'), reply, say('rounds.sliding.explain')),
    ];
  }
  if (skill === 'zone_pattern') {
    const values = ['a_lines', 'b_lines', 'confluence', 'effusion', 'consolidation'] as const;
    const reply = choiceOf('pattern', values, (value) => say(`rounds.pattern.${value}`));
    return [question(say('rounds.pattern.ask'), reply, say('rounds.pattern.explain'))];
  }
  if (skill === 'm_mode_pattern') {
    const options = (['seashore', 'barcode', 'lung_point'] as const).map((value) => ({
      value,
      label: say(`rounds.mMode.${value}`),
      why: null,
    }));
    return [
      {
        ...graded,
        kind: 'm_mode',
        id: `${image}/m_mode`,
        ask: say('rounds.mMode.ask'),
        start: startResolve({ zone: M_MODE_ZONE }),
        options,
        minTimeS: WATCH_S,
        explain: say('rounds.mMode.explain'),
      },
    ];
  }
  const [finding, task] = skill.split('.') as [MarkableFinding, FindingTask];
  if (task === 'count') {
    const answer = finding === 'a_line' ? 'a_line_count' : 'b_line_count';
    const reply = {
      ...({ kind: 'number', answer, min: 0, max: COUNT_MAX, unit: null, isCount: true } as const),
      ...{ tolerance: 0, halfCreditWithin: 1 },
    };
    const many = say(`findings.${finding}.many`);
    return [question(say('rounds.count.ask', { many }), reply, say(`rounds.count.${answer}`))];
  }
  if (task === 'tell_apart') {
    const options = (['yes', 'no'] as const).map((value) => ({
      value,
      label: say(`rounds.tellApart.${value}`, { name: say(`findings.${finding}.one`) }),
      why: null,
    }));
    const reply = { kind: 'choice', answer: { value: isNormal ? 'no' : 'yes' }, options } as const;
    const explain = say(`marking.looks.${finding}`);
    return [question(say('rounds.tellApart.ask', { one: say(`findings.${finding}.one`) }), reply, explain)];
  }
  const asked = { finding, toleranceMm: TOLERANCE_MM[finding], weight: 1, where: WHERE[finding] };
  return [
    {
      ...graded,
      kind: 'mark',
      id: `${image}/mark`,
      text: say(task === 'delimit' ? 'rounds.delimit' : `rounds.find.${finding}`),
      findings: [asked],
      tools: MARK_TOOLS,
      timeLimitS: null,
    },
    { ...base, kind: 'feedback', id: `${image}/feedback`, text: '', explain: [] },
  ];
}

function choiceOf<Value extends string>(
  from: 'sliding' | 'pattern',
  values: readonly Value[],
  label: (value: Value) => string,
): ChoiceQuestion {
  return {
    kind: 'choice',
    answer: { from },
    options: values.map((value) => ({ value, label: label(value), why: null })),
  };
}

function findingOf(skill: SkillId): MarkableFinding | null {
  const [finding, task] = skill.split('.');
  return task === undefined ? null : (finding as MarkableFinding);
}
