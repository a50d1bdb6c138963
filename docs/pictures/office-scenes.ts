import { joinSignal, joinTelegram } from '../../demo/cast.ts';
import { known, press, vote } from '../../demo/scene.ts';
import { reads, settled, watch, writes, type PictureScene } from './scene.ts';

/** Everybody joins, Léa on Signal. */
export const everybodyJoins: PictureScene = async ({ stage, cast }) => {
  const { people } = cast;
  people.marc = await joinTelegram(stage, 'marc-delaunay', 'Marc');
  people.nadia = await joinTelegram(stage, 'nadia-benali', 'Nadia');
  people.tom = await joinTelegram(stage, 'tom-garnier', 'Tom');
  people.lea = await joinSignal(stage, 'lea-moreau', 'Léa');
  await settled(stage);
};

/** An absence said on Telegram, and one corrected on Signal that touches an option. */
export const absences: PictureScene = async (play) => {
  const { cast } = play;
  const { tom, lea, marc } = known(cast);
  const onTelegram = watch(play, tom);
  await writes(play, tom, 'pas dispo du 12 au 15 mars sauf le 13', /J’ai compris/);
  await onTelegram('musicien-absence');
  await press(cast, tom, /^Laisser tomber$/);
  const card = watch(play, marc);
  const onSignal = watch(play, lea);
  await writes(play, lea, 'pas dispo du 12 au 15 mars', /J’ai compris/);
  await writes(play, lea, 'sauf le 13', /J’ai compris.*sauf/);
  await settled(play.stage);
  await onSignal('musicien-absence-signal');
  await vote(cast, lea, 'C’est ferme');
  await reads(play, lea, /C’est noté, Léa/);
  await reads(play, marc, /Léa n’est pas dispo/);
  await card('manager-absence');
};

/** A deal from one line to the manager's press, and the minute after it. */
export const deal: PictureScene = async (play) => {
  const { cast, stage } = play;
  const { nadia, marc } = known(cast);
  const line = watch(play, nadia);
  await writes(play, nadia, '/deal gribich le fil 12/12 1800ht +vhr pour 6 payante passage 21h30', /J’ai compris/);
  await line('booker-deal');
  const card = watch(play, marc);
  await press(cast, nadia, /^Envoyer à valider$/);
  await reads(play, marc, /À valider.*Le Fil/s);
  await card('manager-deal');
  await press(cast, marc, /^Valider$/);
  await reads(play, marc, /Le Fil.*Validé par toi/s);
  await stage.moveTo(stage.now() + 61_000);
};

/** A task given in one sentence and done by naming it. */
export const task: PictureScene = async (play) => {
  const { cast } = play;
  const { nadia, tom } = known(cast);
  const given = watch(play, tom);
  await writes(play, nadia, '/tache Tom : envoyer la fiche tech du Fil avant vendredi', /C’est noté/);
  await play.stage.moveTo(play.stage.now() + 61_000);
  await reads(play, tom, /te confie/);
  await writes(play, tom, 'j’ai envoyé la fiche tech', /fait/i);
  await given('musicien-tache');
};
