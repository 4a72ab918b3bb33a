/** What the door is for, said above the form of signing in. */
export function LoginWelcome() {
  return (
    <div className="mh-welcome">
      <h1 className="mh-welcome__title">Sign in to the editors’ room</h1>
      <p className="mh-welcome__text">
        For authors, editors and administrators. Readers and members sign in on the site.
      </p>
    </div>
  )
}
