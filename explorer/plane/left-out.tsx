import { useExplorer } from '../context.ts'

/** What could not be computed. */
export function LeftOut() {
  const { failed, again } = useExplorer().engine
  if (failed.value.length === 0) return null
  const messages = [...new Set(failed.value.map(({ message }) => message))]
  return (
    <div class="trouble" role="alert">
      {messages.map((message) => (
        <p key={message}>
          Left out: {[...new Set(failed.value.filter((one) => one.message === message).map(({ label }) => label))].join(', ')} ({message}).
        </p>
      ))}
      <button type="button" onClick={again}>
        Try again
      </button>
    </div>
  )
}
