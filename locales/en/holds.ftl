hold-promoted = You move up to **hold { $rank }**: { $artist }, { $venue }, { $day } (it was hold { $from }), valid until { $until }.
hold-gone = This hold is gone: nothing to do.
hold-nobody-ahead = Nobody is ahead any more: you can approve.
hold-release-ask = Release { $artist }, { $venue }, { $day } (hold { $rank })?
hold-release-behind = { $venue } moves up and will be told.
hold-release-yes = Yes, release
hold-release-no = No, keep it
hold-released-toast = Released
hold-released = Released: { $artist }, { $venue }, { $day } (hold { $rank }).
hold-kept = All right, I change nothing.
hold-extend-past = That day is past or comes after the date: nothing changed.
hold-extend-ask = Extend hold { $rank } of { $venue }, { $day } ({ $artist }), until { $to }?
hold-extended = Extended: hold { $rank } of { $venue }, { $day } ({ $artist }), valid until { $until }.
hold-confirm-ask = { $venue } confirms { $artist }, { $day } (hold { $rank }). Shall I send it for approval?
hold-challenge-ask = Ask { $venue } to confirm or release { $artist }, { $day } (hold { $rank })?
hold-lift-ask = “Lifting a hold” is said for both: { $venue }, { $day } ({ $artist }), do they confirm or release?
hold-do-confirm = They confirm
hold-do-release = Release
hold-do-submit = Send for approval
hold-do-extend = Extend by a week
hold-do-extend-to = Yes, extend
hold-do-challenge = Ask to confirm
hold-do-wait = Wait one more day
hold-when = { $day } at { $time }
hold-challenged = Asked: { $names } should have an answer by { $when }.
hold-challenge-already = Already asked, answer due by { $when }.
hold-challenge = Another venue wants to confirm { $artist }, { $day }. Hold { $rank } belongs to { $venue }: ask them whether they confirm or release, by **{ $when }**. The message is ready:
hold-mail-greeting = Hello,
hold-mail-greeting-name = Dear { $name },
hold-challenge-mail =
    { $greeting }

    You have hold { $rank } on { $artist } for { $day }. Another venue is ready to confirm this date. Could you tell us by { $when }, { $time }, whether you confirm, or whether we may release it?

    Kind regards,
    { $sender }, { $agency }
hold-waiting = All right, we wait until { $when }.
hold-challenge-over = { $venue } has not answered: { $artist }, { $day } (hold { $rank }). What shall we do?
hold-released-by-silence = { $venue } has not answered: as agreed, { $artist }, { $day } is released (hold { $rank }).
hold-ending = Hold { $rank } of { $venue } ({ $artist }, { $day }) ends { $until }.
hold-expired = Hold { $rank } of { $venue } ({ $artist }, { $day }) ended { $until }. The date is free again on that side.
hold-lost = { $artist }, { $day } is confirmed with { $taker }: hold { $rank } of { $venue } falls. Tell them, the message is ready:
hold-lost-mail =
    { $greeting }

    The date with { $artist } on { $day } has just been confirmed elsewhere, so we have to release your hold. We would be happy to find another date with you.

    Kind regards,
    { $sender }, { $agency }
letter-day = { $day }
booking-which = Which one?
booking-none-release = I see no hold that fits. Write the venue and the day: “Le Fil releases 13 March”.
booking-none-confirm = I see no hold that fits. For a new deal, write “/deal” with the act, the venue and the day.
booking-none-lift = I see no hold that fits. Write the venue and the day.
booking-none-postpone = I see no date that fits. Write the venue and both days: “Le Fil moves from 13 March to 12 September”.
booking-none-cancel = I see no date that fits. Write the venue and the day: “Le Fil cancels 13 March”.
booking-none-challenge = Nobody holds that day: it is free to take. Write “/deal”.
booking-none-extend = I see no hold that fits. Write the venue: “extend Le Fil’s hold until 15 February”.
