import { joinTelegram } from '../../demo/cast.ts';
import { known, press } from '../../demo/scene.ts';
import { moveTo, reads, settled, watch, writes, type PictureScene } from './scene.ts';

const day = '12 décembre';
const filled = `/feuille ${day} rdv 9h15 au local, départ 9h30 en van, arrivée 15h, balance 16h, repas 19h, portes 20h30, passage 21h30 (1h15), fin 22h45
adresse : 20 boulevard Thiers
hôtel : Ibis Gare, 3 chambres
wifi : LeFil / guitare
contact Karim, régisseur, 06 12 34 56 78`;

/** The sheet is filled in one message and goes out by itself; then an hour moves. */
export const sheet: PictureScene = async (play) => {
  const { cast, stage, solene } = play;
  const { nadia, tom } = known(cast);
  await moveTo(play, '2026-11-23', '14:00');
  await writes(play, nadia, filled, /C’est noté sur la feuille/);
  await settled(stage);
  const received = watch(play, tom);
  await moveTo(play, '2026-12-09', '10:00');
  await reads(play, tom, /9 h 15.* RDV/);
  await settled(stage);
  await received('musicien-feuille');
  await press(cast, tom, /^Bien reçu$/);
  await press(cast, tom, /^Image$/);
  await settled(stage);
  const changes = watch(play, solene);
  const change = watch(play, tom);
  await writes(play, solene, `/feuille ${day} balance 15h30 au lieu de 16h`, /Balance à/);
  await stage.moveTo(stage.now() + 61_000);
  await reads(play, tom, /ça bouge/);
  await change('musicien-changement');
  await press(cast, tom, /^Bien reçu$/);
  await settled(stage);
  await press(cast, solene, /^Qui l’a vue$/);
  await reads(play, solene, /Ont vu/);
  await changes('regisseur-changement');
};

/** The day itself: a train is cancelled, somebody is hungry. */
export const dayItself: PictureScene = async (play) => {
  const { cast, solene } = play;
  const { lea } = known(cast);
  await writes(play, lea, 'mon numéro : 06 12 34 50 01', /enregistré/i);
  await writes(play, solene, 'mon numéro : 06 12 34 50 02', /enregistré/i);
  await moveTo(play, '2026-12-12', '08:30');
  const inTrouble = watch(play, lea);
  const inCharge = watch(play, solene);
  await writes(play, lea, 'mon train est annulé', /C’est parti chez Solène/);
  await reads(play, solene, /train annulé/);
  await settled(play.stage);
  await settled(play.stage);
  await inCharge('regisseur-train');
  await press(cast, solene, /^Je m’en occupe$/);
  await reads(play, lea, /s’occupe de ton souci/);
  await writes(play, lea, 'on mange quand ?', /Repas/);
  await inTrouble('musicien-jour-meme');
};

/** The day after: a number and a word. */
export const dayAfter: PictureScene = async (play) => {
  const { cast } = play;
  const { tom } = known(cast);
  const asked = watch(play, tom);
  await moveTo(play, '2026-12-13', '11:00');
  await reads(play, tom, /Comment/);
  await press(cast, tom, /^4\/5$/);
  await reads(play, tom, /Un mot/);
  await writes(play, tom, 'super accueil, retours un peu justes', /Merci, c’est noté/);
  await asked('musicien-retour');
};

/** HR finds somebody and looks at their coordinates. */
export const coordinates: PictureScene = async (play) => {
  const { cast, stage } = play;
  const { tom } = known(cast);
  await writes(play, tom, 'mon numéro : 06 12 34 50 03', /enregistré|numéro/i);
  await settled(stage);
  const christelle = await joinTelegram(stage, 'christelle-vasseur', 'Christelle');
  await settled(stage);
  const looked = watch(play, christelle);
  await writes(play, christelle, 'cherche tom garnier', /Tom/);
  await press(cast, christelle, /^Tom Garnier$/);
  await press(cast, christelle, /^Coordonnées$/);
  await reads(play, christelle, /Coordonnées de/);
  await looked('rh-coordonnees');
};
