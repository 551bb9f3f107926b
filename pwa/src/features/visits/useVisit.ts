import { computed, onUnmounted, provide, ref, shallowRef, type ComputedRef } from 'vue'
import type { Checkpoint, Mark, MarkedPhoto, ProductSeen, SignPresentForm, TaskPerson, Visit } from '@/api/types'
import type { Arrival } from '@/offline/arrival/checkIn'
import type { CapturedPhoto } from '@/offline/engine'
import { readPeople, refresh } from '@/offline/reads'
import type { Command } from '@/offline/records'
import { visitReader } from '@/offline/visitReader'
import { useLive } from '@/offline/vue/live'
import { useEngine, useSession } from '@/offline/vue/session'
import { partsOf, passable, tallyOf, type Part, type Tally } from './checklist'
import { presentDraft } from './signing'
import { answerDraft, decisionDraft, namedPhotos, plannedStart, submissionDraft, type Edit } from './drafts'
import { MENDERS } from './mending'

const refOf = ({ id, sha256, bytes }: CapturedPhoto) => ({ id, sha256, size: bytes.byteLength })

/** One visit with this device's edits, and what a person can do with it. */
export interface VisitWork {
  visit: ComputedRef<Visit | null>
  loaded: ComputedRef<boolean>
  parts: ComputedRef<Part[]>
  tally: ComputedRef<Tally>
  /** Under way and mine: answers may be given. */
  editable: ComputedRef<boolean>
  /** The command for a checkpoint that the server refused. */
  refusedFor(checkpointId: string): Command | null
  begin(arrival: Arrival): Promise<void>
  give(checkpoint: Checkpoint, edit: Edit): Promise<void>
  addPhoto(checkpoint: Checkpoint, photo: CapturedPhoto): Promise<void>
  removePhoto(checkpoint: Checkpoint, photoId: string): Promise<void>
  /** Lay marks on a photo of the answer, in the place of those that it had. */
  setMarks(checkpoint: Checkpoint, photoId: string, marks: Mark[]): Promise<void>
  /** Let a recording be the answer's spoken note, or with null take it back. */
  setVoice(checkpoint: Checkpoint, recording: CapturedPhoto | null): Promise<void>
  /** Name a product whose place is empty, or take it back; several come faster than one is kept. */
  setMissing(checkpoint: Checkpoint, productId: string, missing: boolean): Promise<void>
  /** Say how much there was of a product of a finding, and of which lot. */
  setSeen(checkpoint: Checkpoint, seen: ProductSeen): Promise<void>
  passAll(part: Part): Promise<number>
  decide(checkpoint: Checkpoint, outcome: 'pass' | 'fail'): Promise<void>
  /** Send it, with the hand of whoever was there when the summary was read. */
  submit(hand?: SignPresentForm | null): Promise<void>
}

export function useVisit(id: string): VisitWork {
  const engine = useEngine()
  const { profile } = useSession()
  const reader = visitReader(engine, id)
  onUnmounted(reader.close)
  const lane = `inspection:${id}`
  const state = useLive(
    async ({ queue }) => ({
      visit: await reader.read(),
      refused: (await queue.all()).filter((command) => command.state === 'refused' && command.lane === lane),
    }),
    (topic) => topic === lane,
  )
  const fetching = ref(true)
  void refresh(engine, 'visits', id)
    .finally(() => (fetching.value = false))
    .then(keepPeople)

  const menders = shallowRef<TaskPerson[]>([])
  provide(MENDERS, menders)
  /** Who may mend what is found here; kept for when there is no network. */
  async function keepPeople(): Promise<void> {
    const shown = state.value?.visit
    if (shown?.status === 'started' || shown?.status === 'planned')
      menders.value = await readPeople(engine, shown.storeId)
  }
  const visit = computed(() => state.value?.visit ?? null)
  const parts = computed(() => (visit.value ? partsOf(visit.value) : []))

  async function now(): Promise<Visit> {
    const fresh = await reader.read()
    if (!fresh) throw new Error('the visit is not on this device')
    return fresh
  }

  /** The photos that an answer holds already. */
  async function named(fresh: Visit, checkpoint: Checkpoint): Promise<MarkedPhoto[]> {
    const answer = fresh.answers.find(({ checkpointId }) => checkpointId === checkpoint.id)
    const refs = await Promise.all((answer?.photos ?? []).map((photo) => engine.db.get('photoRefs', photo)))
    return namedPhotos(answer, refs)
  }

  async function give(checkpoint: Checkpoint, edit: Edit, added: CapturedPhoto[] = []): Promise<void> {
    const fresh = await now()
    const kept = await named(fresh, checkpoint)
    const refs = added.filter(({ purpose }) => purpose !== 'voice').map(refOf)
    await engine.enqueue(answerDraft(fresh, checkpoint, edit, [...kept, ...refs]), added)
  }

  // Shots of a burst come faster than they are kept, and each answer names all photos before it.
  let tail: Promise<void> = Promise.resolve()
  function inTurn(act: () => Promise<void>): Promise<void> {
    const turn = tail.then(act)
    tail = turn.catch(() => undefined)
    return turn
  }

  /** Nobody asks for a photo or a spoken note any more; one that is on its way arrives unnamed. */
  async function forget(photoId: string): Promise<void> {
    const command = await engine.queue.ofPhoto(photoId)
    if (command && command.state !== 'sending') await engine.queue.discard(command.seq)
    engine.changed()
  }

  return {
    visit,
    loaded: computed(() => visit.value !== null || (state.value !== null && !fetching.value)),
    parts,
    tally: computed(() => tallyOf(parts.value)),
    editable: computed(
      () => visit.value?.status === 'started' && visit.value.inspectorId === profile.value?.account.id,
    ),
    refusedFor: (checkpointId) =>
      state.value?.refused.find(({ path }) => path.split('/').includes(checkpointId)) ?? null,
    async begin(arrival) {
      await engine.enqueue(plannedStart(await now(), arrival))
    },
    give: (checkpoint, edit) => give(checkpoint, edit),
    addPhoto: (checkpoint, photo) => inTurn(() => give(checkpoint, {}, [photo])),
    removePhoto: (checkpoint, photoId) =>
      inTurn(async () => {
        const kept = await named(await now(), checkpoint)
        await give(checkpoint, { photos: kept.filter((ref) => ref.id !== photoId) })
        await forget(photoId)
      }),
    setMarks: (checkpoint, photoId, marks) =>
      inTurn(async () => {
        const kept = await named(await now(), checkpoint)
        await give(checkpoint, { photos: kept.map((photo) => (photo.id === photoId ? { ...photo, marks } : photo)) })
      }),
    setVoice: (checkpoint, recording) =>
      inTurn(async () => {
        const before = (await now()).answers.find(({ checkpointId }) => checkpointId === checkpoint.id)?.voice
        await give(checkpoint, { voice: recording && refOf(recording) }, recording ? [recording] : [])
        if (before) await forget(before.id)
      }),
    setMissing: (checkpoint, productId, missing) =>
      inTurn(async () => {
        const answer = (await now()).answers.find(({ checkpointId }) => checkpointId === checkpoint.id)
        const others = (answer?.missingProductIds ?? []).filter((id) => id !== productId)
        await give(checkpoint, { missingProductIds: missing ? [...others, productId] : others })
      }),
    setSeen: (checkpoint, seen) =>
      inTurn(async () => {
        const answer = (await now()).answers.find(({ checkpointId }) => checkpointId === checkpoint.id)
        const others = (answer?.productsSeen ?? []).filter(({ productId }) => productId !== seen.productId)
        await give(checkpoint, { productsSeen: [...others, seen] })
      }),
    async passAll(part) {
      const open = passable(part)
      for (const checkpoint of open) await give(checkpoint, { outcome: 'pass' })
      return open.length
    },
    async decide(checkpoint, outcome) {
      await engine.enqueue(decisionDraft(await now(), checkpoint, outcome))
    },
    async submit(hand = null) {
      await engine.enqueue(submissionDraft(await now()))
      if (hand) await engine.enqueue(presentDraft(await now(), hand))
    },
  }
}
