/** The least that a page of the framework is: what it weighs, every page weighs. */
export default function Page() {
  return <h1>Nothing</h1>
}
