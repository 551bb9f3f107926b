import { shallowRef, type ShallowRef } from 'vue'
import { changeForm, readForm } from '../forms'
import { useEngine } from './session'

/** A form that is kept as it is filled. */
export interface KeptForm<Form> {
  /** `null` until it was read. */
  form: Readonly<ShallowRef<Form | null>>
  /** Resolves when the change is on the disk. Changes are made one after the other, whoever asks first. */
  change(make: (form: Form) => Form): Promise<void>
  /** Let it go, unsent. */
  drop(): Promise<void>
}

export function useForm<Form extends object>(key: string, fresh: () => Form): KeptForm<Form> {
  const engine = useEngine()
  const form: ShallowRef<Form | null> = shallowRef(null)
  const read = async () => void (form.value = (await readForm<Form>(engine.db, key)) ?? fresh())
  let tail: Promise<unknown> = read()
  function inTurn(act: () => Promise<void>): Promise<void> {
    const turn = tail.then(act)
    tail = turn.catch(() => undefined)
    return turn
  }
  return {
    form,
    change: (make) =>
      inTurn(async () => {
        form.value = await changeForm<Form>(engine.db, key, (before) => make(before ?? fresh()))
      }),
    drop: () =>
      inTurn(async () => {
        await engine.db.delete('forms', key)
        form.value = fresh()
        engine.changed()
      }),
  }
}
