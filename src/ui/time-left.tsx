import { Icon } from './icon.tsx';
import { say } from './words/say.ts';

/** Seconds left of a time limit, as minutes and seconds. */
export function TimeLeft({ seconds }: { readonly seconds: number }) {
  const whole = Math.max(0, Math.ceil(seconds));
  const text = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  return (
    <span class="time-left" data-late={whole <= 15}>
      <Icon name="clock" size={18} />
      <span class="hidden-visually">{say('ui.timeLeft')} </span>
      {text}
    </span>
  );
}
