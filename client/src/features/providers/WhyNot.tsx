/** Why figures are x, each reason once, below what has them. */
export function WhyNot({ reasons }: { readonly reasons: readonly string[] }) {
  const each = [...new Set(reasons)];
  if (each.length === 0) return null;
  return (
    <ul className="why-not">
      {each.map((why) => (
        <li key={why}>x: {why}.</li>
      ))}
    </ul>
  );
}
