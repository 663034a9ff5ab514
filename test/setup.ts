import fc from 'fast-check'

/** Property tests draw the same cases in every run: a failure has a reason in the change at hand. Change it to search elsewhere. */
fc.configureGlobal({ seed: 20260612 })
