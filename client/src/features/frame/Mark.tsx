/** The product's mark: two roofs that share a wall. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
      <path d="M3 27V15.5L11.5 7 20 15.5V27" />
      <path d="M12 27V18.5L20.5 10 29 18.5V27" className="mark__second" />
    </svg>
  );
}
