import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { TOLERANCE_MM, WHERE } from '../../domain/grading/tolerance.ts';
import type { ItemPolicy } from '../../domain/learning/item-policy.ts';
import type { RoundItem } from '../../domain/learning/next-round.ts';
import { type FindingTask, type SkillId, skillIsOfPatient } from '../../domain/learning/skill.ts';
import { randomCreate } from '../../domain/numbers/random.ts';
import { WISH_ANY } from '../../domain/proposals/proposal-plan.ts';
import { type Zone, zonesOf } from '../../domain/scan/zones.ts';
import { batSignIn } from '../../domain/scenario/bat-sign-goal.ts';
import type {
  ChoiceQuestion,
  NumberQuestion,
  Scenario,
  ScenarioSource,
  ScenarioStep,
} from '../../domain/scenario/scenario.ts';
import { MARK_TOOLS } from '../../domain/scenario/tools.ts';
import { BLUE_PROFILES } from '../../domain/survey/blue-profile.ts';
import { zoneLabel } from '../../ui/sentences/zone-label.ts';
import { say } from '../../ui/words/say.ts';

/** Every skill, in the order in which a learner begins them. */
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
  'probe_handling',
  'b_line_confluence.find',
  'pleural_effusion.find',
  'consolidation.find',
  'zone_pattern',
  'm_mode_pattern',
  'lung_point',
  'b_line_confluence.tell_apart',
  'pleural_effusion.tell_apart',
  'consolidation.tell_apart',
  'b_line_confluence.delimit',
  'pleural_effusion.delimit',
  'consolidation.delimit',
  'catching_ai',
  'whole_patient',
] as const satisfies readonly SkillId[];

/** Seconds for which the lung has to be watched before it is asked about. */
const WATCH_S = 3;
const COUNT_MAX = 12;
/** Seconds in which a view is to be reached, and how often it can be frozen. */
const REACH_S = 45;
const REACH_ATTEMPTS = 2;
/** BLUE points that a whole patient is decided by: both sides in front, and one more. */
const POINTS = 3;

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
  if (skillIsOfPatient(skill)) {
    const zone = skill === 'probe_handling' ? zoneToReach(seed).id : null;
    // What ails the patient is drawn with the rest.
    return {
      kind: 'patient',
      request: { seed, condition: 'normal' },
      draw: { skill, level, isNormal, zone },
    };
  }
  // Images without one finding differ in what can be taken for it alone, and few are of a middle difficulty.
  const isOfAnyLevel = findingOf(skill) !== null && isNormal && level !== 'hard';
  const item = { skill, level: isOfAnyLevel ? null : level, isNormal };
  return { kind: 'phantom', request: { seed, split: 'game' }, draw: { item, shows: [], lacks: [] } };
}

/** Separates the choice of a zone from all else that is drawn from the same seed. */
const ZONE_STREAM = 37;

/** One of the BLUE points. */
function zoneToReach(seed: number): Zone {
  const zones = zonesOf('blue_6');
  return zones[Math.floor(randomCreate(seed, ZONE_STREAM).next() * zones.length)]!;
}

function itemSteps(
  { skill, isNormal, seed }: Omit<RoundItem, 'reason'>,
  image: string,
): readonly ScenarioStep[] {
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
  const watch = (text: string): ScenarioStep => ({
    ...base,
    kind: 'observe',
    id: `${image}/watch`,
    text,
    minTimeS: WATCH_S,
  });
  if (skill === 'lung_sliding') {
    const reply = choiceOf('sliding', ['yes', 'no'], (value) => say(`rounds.sliding.${value}`));
    return [
      watch(say('rounds.sliding.watch')),
      question(say('rounds.sliding.ask'), reply, say('rounds.sliding.explain')),
    ];
  }
  if (skill === 'lung_point') {
    const values = ['all', 'left', 'right', 'none'] as const;
    const reply = choiceOf('sliding_side', values, (value) => say(`rounds.lungPoint.${value}`));
    return [
      watch(say('rounds.lungPoint.watch')),
      question(say('rounds.lungPoint.ask'), reply, say('rounds.lungPoint.explain')),
    ];
  }
  if (skill === 'probe_handling') {
    const zone = zoneToReach(seed);
    const task = say('rounds.probe.text', { zone: zoneLabel(zone), count: REACH_S });
    return [
      {
        ...graded,
        kind: 'scan',
        id: `${image}/scan`,
        text: task,
        start: null,
        zones: zone.set,
        goal: batSignIn(zone.id),
        attempts: REACH_ATTEMPTS,
        timeLimitS: REACH_S,
      },
      { ...base, kind: 'observe', id: `${image}/view`, text: say('rounds.probe.view'), minTimeS: 0 },
    ];
  }
  if (skill === 'catching_ai') {
    const most = isNormal ? 0 : 1;
    const wish = { ...WISH_ANY, errors: { least: most, most } };
    return [
      {
        ...graded,
        kind: 'proposals',
        id: `${image}/proposals`,
        text: say('rounds.proposals'),
        wish,
        hints: [],
      },
    ];
  }
  if (skill === 'whole_patient') {
    const reply = choiceOf('blue_profile', BLUE_PROFILES, (value) => say(`rounds.whole.${value}`));
    return [
      {
        ...graded,
        kind: 'survey',
        id: `${image}/survey`,
        text: say('rounds.whole.text', { count: POINTS }),
        start: null,
        zones: 'blue_6',
        answers: 'pattern',
        findings: [],
        asksSliding: true,
        atLeast: POINTS,
        hints: [],
      },
      question(say('rounds.whole.ask'), reply, say('rounds.whole.explain')),
      { ...base, kind: 'report', id: `${image}/report`, text: say('rounds.whole.report') },
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
        start: null,
        goal: null,
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
    const explain = say('rounds.tellApart.explain', {
      label: say(`findings.${finding}.label`),
      looks: say(`marking.looks.${finding}`),
    });
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
  from: 'sliding' | 'pattern' | 'sliding_side' | 'blue_profile',
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
