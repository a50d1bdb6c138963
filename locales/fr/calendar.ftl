command-agenda = tes prochaines dates, et toutes tes dates dans ton téléphone
agenda-calendar-name = Mes dates ({ $agency })
agenda-next = { $count ->
    [one] Ta prochaine date :
   *[other] Tes { $count } prochaines dates :
  }
agenda-none = Aucune date à venir pour l’instant.
agenda-line-show = • { $day } : { $artist }, { $place }{ $hours }
agenda-hours = , de { $from } à { $to }
agenda-line-option = • { $day } : { $artist }, option
agenda-line-hold = • { $day } : { $artist }, option { $rank }, { $place }
agenda-subscribe = Pour les avoir toutes dans l’agenda de ton téléphone, à jour sans rien faire, abonne-toi à cette adresse. Sur iPhone : Calendrier, Ajouter un calendrier, Avec abonnement. Chez Google, sur ordinateur : Autres agendas, À partir de l’URL (il met parfois une journée à suivre).
agenda-private = Garde-la pour toi : qui l’a peut lire tes dates.
agenda-renew = Nouvelle adresse
agenda-cut = Couper
agenda-make = Avoir une adresse
agenda-keep = Garder celle-ci
agenda-renew-ask = L’adresse actuelle s’arrête tout de suite, et tu devras abonner ton agenda à la nouvelle. On change ?
agenda-renew-now = Oui, changer
agenda-renewed = C’est changé
agenda-cut-ask = L’adresse s’arrête tout de suite : ton agenda ne recevra plus rien de Régie. On coupe ?
agenda-cut-now = Oui, couper
agenda-cut-done = C’est coupé
agenda-is-cut = Ton adresse est coupée : aucun agenda ne peut plus lire tes dates.
agenda-unset = Pour s’abonner à ses dates, il faut une adresse que l’administrateur de Régie n’a pas encore réglée.
agenda-unset-file = Pour s’y abonner, il faut une adresse que l’administrateur de Régie n’a pas encore réglée ; en attendant, voici toutes tes dates dans un fichier à ouvrir avec ton agenda.
agenda-file = Tes dates, telles qu’elles sont aujourd’hui.
agenda-show-confirmed = { $artist }, { $venue }
agenda-show-postponed = Reporté : { $artist }, { $venue }
agenda-show-cancelled = Annulé : { $artist }, { $venue }
agenda-option = Option : { $artist }
agenda-option-until = Valable jusqu’au { $day }.
agenda-away = pas dispo
