/** A machine of XState as a graph in the language of Graphviz: each arrow says event, guard and actions. */

/** @typedef {import('xstate').AnyStateNode} StateNode */
/** @typedef {import('xstate').AnyTransitionDefinition} Transition */

const INK = '#1f2933';

/** @param {string} text */
const htmlEscape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** @param {StateNode} node */
const nameOf = (node) => JSON.stringify(node.id);

/** @param {unknown} part an action or a guard, as text or as object with type and params */
function partName(part) {
  if (typeof part === 'string') return part;
  if (typeof part === 'function') return /** @type {{ type?: string }} */ (part).type ?? part.name;
  const { type, params } = /** @type {{ type: string, params?: unknown }} */ (part);
  return typeof params === 'string' ? `${type}(${params})` : type;
}

/**
 * The meaning of the platform's own names for events: `xstate.done.actor.X` is the end of X.
 *
 * @param {string} event
 */
function eventName(event) {
  const after = /^xstate\.after\.([^.]+)\./.exec(event);
  if (after !== null) return `after ${after[1]}`;
  if (event.startsWith('xstate.done.state.')) return 'at its end';
  const actor = /^xstate\.(done\.actor|error\.actor|snapshot)\.(.+)$/.exec(event);
  if (actor === null) return event;
  const [, what = '', id = ''] = actor;
  const name = id
    .replace(/^\d+\./, '')
    .split('.')
    .at(-1);
  return `${name} ${what === 'snapshot' ? 'news' : what === 'done.actor' ? 'done' : 'failed'}`;
}

/**
 * @param {Transition} transition
 * @returns {string} `event [guard] / actions`
 */
function transitionText({ eventType, guard, actions }) {
  const event = eventType === '' ? '' : eventName(eventType);
  const when = guard === undefined ? '' : ` [${partName(guard)}]`;
  const does = actions.length === 0 ? '' : ` / ${actions.map(partName).join(', ')}`;
  return `${event}${when}${does}`.trim();
}

/** @param {StateNode} node */
const transitionsOf = (node) => [...node.transitions.values()].flat().concat(node.always ?? []);

/**
 * Whether the machine itself names an action: those of a delay are XState's.
 *
 * @param {unknown} action
 */
const isOwn = (action) => !partName(action).startsWith('xstate.');

/**
 * Actions of a state without being left, one line each: on entry, while in it, and at events.
 *
 * @param {StateNode} node
 */
function linesOf(node) {
  const staying = transitionsOf(node).filter(({ target }) => target === undefined || target.length === 0);
  return [
    ...node.entry.filter(isOwn).map((action) => `entry / ${partName(action)}`),
    ...node.exit.filter(isOwn).map((action) => `exit / ${partName(action)}`),
    ...node.invoke.map(({ src }) => `runs ${typeof src === 'string' ? src : 'an actor'}`),
    ...staying.map(transitionText),
  ];
}

/** @param {StateNode} node */
function labelOf(node) {
  const tags = node.tags.length === 0 ? '' : ` (${node.tags.join(', ')})`;
  const head = `<b>${htmlEscape(node.key)}</b>${htmlEscape(tags)}`;
  return `<${[head, ...linesOf(node).map(htmlEscape)].join('<br align="left"/>')}<br align="left"/>>`;
}

/**
 * Where an arrow to or from a state ends: a state with children is drawn as a box, whose own point stands for it.
 *
 * @param {StateNode} node
 */
const isBox = (node) => Object.keys(node.states).length > 0;

/** @param {StateNode} node */
const portOf = (node) => (isBox(node) ? JSON.stringify(`${node.id}#`) : nameOf(node));

/** @param {StateNode} node @returns {string[]} */
function stateLines(node) {
  const children = Object.values(node.states);
  if (!isBox(node)) {
    const shape = node.type === 'final' ? 'peripheries=2' : '';
    return [`${nameOf(node)} [label=${labelOf(node)} ${shape}];`];
  }
  const initial = node.initial?.target?.[0];
  return [
    `subgraph ${JSON.stringify(`cluster ${node.id}`)} {`,
    `label=${labelOf(node)}; labeljust=l; style=rounded; color="#9aa5b1";`,
    `${portOf(node)} [shape=point width=0.12 label=""];`,
    ...children.flatMap(stateLines),
    ...(initial === undefined ? [] : [`${portOf(node)} -> ${portOf(initial)};`]),
    '}',
  ];
}

/** @param {StateNode} node @returns {string[]} */
function arrowLines(node) {
  const arrows = transitionsOf(node).flatMap((transition) =>
    (transition.target ?? []).map(
      (target) =>
        `${portOf(node)} -> ${portOf(target)} [label=<${htmlEscape(transitionText(transition)) || ' '}>];`,
    ),
  );
  return [...arrows, ...Object.values(node.states).flatMap(arrowLines)];
}

/**
 * @param {{ readonly root: StateNode }} machine
 * @returns {string} in the DOT language
 */
export function machineDot({ root }) {
  return [
    `digraph ${JSON.stringify(root.key)} {`,
    `graph [fontname="Helvetica" fontsize=12 rankdir=TB nodesep=0.35 ranksep=0.5 bgcolor="white"];`,
    `node [shape=box style=rounded fontname="Helvetica" fontsize=11 color="${INK}"];`,
    `edge [fontname="Helvetica" fontsize=10 color="${INK}" arrowsize=0.7];`,
    ...stateLines(root),
    ...arrowLines(root),
    '}',
  ].join('\n');
}
