/** How far opening a file has come; without a share it is not known. */
export function OpeningProgressBar({
  text,
  share,
}: {
  readonly text: string;
  readonly share: number | undefined;
}) {
  return (
    <label class="network-progress small soft" data-testid="opening">
      <span class="figures">{text}</span>
      <progress max={1} value={share} />
    </label>
  );
}
