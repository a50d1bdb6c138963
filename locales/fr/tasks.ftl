task-gone = Cette tâche n’existe plus.
task-done = C’est fait : { $title }
task-done-already = C’était déjà fait.

task-due = pour { $day }
task-due-before = avant { $day }
task-due-time = pour { $day } à { $time }
task-urgent = urgent
task-do-done = C’est fait
task-do-take = Je m’en occupe
task-do-later = Plus tard
task-do-pass = Passer à…
task-do-back = Je ne peux pas
task-do-drop = Laisser tomber
task-do-all = Toutes mes tâches
command-taches = tes tâches : les tiennes, celles que tu as données (« données »), celles d’un artiste
command-tache = noter une tâche : « /tache Léa : envoyer la fiche tech avant vendredi »

task-dropped-already = Cette tâche n’est plus à faire.
task-done-already-you = Tu l’avais déjà notée faite à { $time }.
task-done-already-by = C’était déjà fait ({ $name }, { $time }).
task-not-yours-now = Cette tâche n’est plus la tienne.
task-asked-below = Je te l’ai déjà demandé plus bas.
task-undone = De nouveau à faire : { $title }
task-undo-late = Trop tard pour revenir en arrière. Si c’est encore à faire, note-le avec /tache.
task-taken = Merci. Dis-moi « fait » quand ce sera fait : { $task }
task-dropped = D’accord, on laisse tomber : { $title }

task-told = { $name } l’a fait : { $title }
task-told-dropped = { $name } laisse tomber, plus besoin de le faire : { $title }

task-new = { $name } te confie :
task-passed-to-you = { $name } te passe :
task-handed = { $name } passe à { $to } : { $title }
task-given-back = { $name } ne peut pas, ça te revient : { $task }
task-reason = « { $reason } »

task-noted = C’est noté : { $names }, { $task }.
task-noted-own = C’est noté : { $task }.
task-noted-you = toi
task-unheard = { $count ->
    [one] { $names } n’a pas encore relié son compte : dis-le-lui de vive voix.
   *[other] { $names } n’ont pas encore relié leur compte : dis-le-leur de vive voix.
  }
task-cancelled = Annulé, personne n’en a entendu parler : { $title }
task-cancelled-short = C’est annulé.
task-cancel-late = Trop tard pour annuler d’ici. Ouvre « Tâches que j’ai données » dans /taches pour la laisser tomber.
task-how = Dis-moi quoi, et pour qui si ce n’est pas pour toi : « /tache Léa : envoyer la fiche tech avant vendredi ».

task-writing = Je note : **{ $title }**
task-who-unknown = Je ne connais personne du nom de « { $words } » à qui tu peux confier une tâche. C’est pour qui ? Tu peux écrire un nom.
task-who-several = « { $words } » peut être plusieurs personnes. Laquelle ?
task-who-refused = Tu ne peux pas confier de tâche à { $words } par ici : écris-lui directement, ou donne un autre nom.
task-when-unclear = C’est pour quand ? { $why }
task-no-day = Sans date
task-no-name = C’est pour moi
task-skip-name = Sans { $words }
task-drop-writing = Laisser tomber
task-not-written = D’accord, rien n’est noté. Tu avais écrit : « { $words } »
task-refused-now = Tu ne peux plus confier cette tâche : les rôles ont changé entre-temps. Tu avais écrit : « { $words } »

task-later-when = Quand est-ce que je t’en reparle ? **{ $title }**
task-later-unread = Je n’ai pas lu de jour dans « { $words } ». Écris par exemple « pas avant mardi » ou « le 12 mars ».
task-later-tomorrow = Demain
task-later-monday = Lundi
task-later-week = Dans une semaine
task-later-keep = Laisser comme ça
task-later-kept = Rien n’a changé : { $title }
task-later-never = Il me faut un jour à venir, dans l’année : { $title }
task-later-done = D’accord, je t’en reparle { $day } : { $title }
task-later-late = C’était attendu { $due } : pense à prévenir.

task-pass-who =
    À qui tu la passes ? **{ $title }**
    Tu peux aussi écrire un nom.
task-pass-nobody = Je ne vois personne à qui tu peux la passer.
task-pass-keep = Garder
task-pass-theirs = { $name } l’a déjà : { $title }
task-pass-no = Tu ne peux pas la passer à { $name } : { $title }
task-passed = C’est passé à { $name } : { $title }
task-kept = Rien n’a changé : { $title }
task-name-near = Je ne suis pas sûr pour « { $words } ».
task-name-none = Je ne trouve pas « { $words } » parmi les personnes qui peuvent la prendre.

task-back-why =
    À rendre à { $name } : **{ $title }**
    Tu veux dire pourquoi ? Écris-le, ou rends-la sans raison.
task-back-plain = Rendre sans raison
task-back-keep = Je la garde
task-back-nobody = Il n’y a personne à qui la rendre. Passe-la plutôt à quelqu’un.
task-back-done = C’est rendu à { $name } : { $title }

task-card-own = À faire :
task-card-asked = { $name } t’a confié :
task-card-of = { $name } doit faire :
task-card-doing = C’est en cours.
task-card-snoozed = Mise de côté jusqu’au { $day }.

task-list = { $count ->
    [one] **Une tâche**
   *[other] **Tes { $count } tâches**
  }
task-list-none = Rien à faire de noté pour toi. Pour noter quelque chose : « /tache rappeler le Fil vendredi ».
task-list-given = { $count ->
    [one] **Une tâche que tu as donnée**
   *[other] **{ $count } tâches que tu as données**
  }
task-list-given-none = Aucune tâche donnée n’est en cours. Pour en donner une : « /tache Léa : envoyer la fiche tech avant vendredi ».
task-list-of = { $count ->
    [one] **{ $name } : une tâche**
   *[other] **{ $name } : { $count } tâches**
  }
task-list-of-none = { $name } : aucune tâche en cours que tu suives.
task-list-who = Qui veux-tu dire par « { $words } » ?
task-list-who-none = Je ne connais ni artiste que tu suives ni collègue du nom de « { $words } ». Écris /taches seul pour voir les tiennes.
task-list-do-given = Tâches que j’ai données
task-list-do-own = Mes tâches
task-list-words = Réponds par un numéro quand c’est fait, « voir 2 » pour reporter ou passer la deuxième, « taches données » pour celles que tu as données.
task-list-words-see = Réponds par un numéro quand c’est fait, « voir 2 » pour passer ou laisser tomber la deuxième, « taches » pour les tiennes.
task-list-words-more = « taches 2 » montre la suite.
task-group-late = **En retard**
task-group-today = **Aujourd’hui**
task-group-week = **Cette semaine**
task-group-later = **Plus tard**
task-asked-by = pour { $name }
task-nobody = personne
task-doing = en cours
task-resting = pas avant { $day }
task-no-number = { $count ->
    [one] Il n’y a pas de ligne { $number } : la liste n’en a qu’une.
   *[other] Il n’y a pas de ligne { $number } : la liste en a { $count }.
  }

task-which = { $count ->
    [one] Tu parles de cette tâche ?
   *[other] Laquelle est faite ?
  }
task-which-one = De quelle tâche parles-tu ? Ouvre-la dans /taches, et dis-le-moi sous elle.
task-which-none = Aucune
task-which-left = D’accord, rien n’a changé.
