clock-time = { $hours }:{ $minutes }
stranger = Hello, this account is for invited people only. If you received a code, send it here. Otherwise write to { $contact } and somebody will answer.
joined = Welcome, { $name }. This account is now linked to { $agency }. I keep what you confirm and nothing else; nobody will ask you for a reason.
home = Hello { $name }, this is the control room of { $agency }.
home-pending = { $count ->
    [one] One answer is waiting for you above.
   *[other] { $count } answers are waiting for you above.
  }
home-musician = Can’t play? Write it your own way: “away 12 to 15 March except the 13th”.
home-manager = You get a card as soon as an absence affects a hold or a date; the rest comes in the morning.
home-staff = Write /help to see what you can do here.
home-indispo = I’m not available
home-mesindispos = My absences
home-moi = My profile
home-notifs = Notifications
home-parametres = Settings
home-aide = Help
me = { $name }
  Role: { $roles }
  Acts: { $artists }
  Linked accounts: { $channels }
  Town: { $town }
  Diet: { $diet }
settings = Your settings
  Language: { $language }
  Preferred channel: { $channel }
  Quiet hours: { $quiet } ({ $zone })
settings-quiet-none = none
settings-quiet-off = No quiet hours
settings-prefer = Prefer { $channel }
settings-saved = Saved
language-fr = Français
language-en = English
channel-telegram = Telegram
channel-signal = Signal
channel-email = e-mail
help-musician = Write to me as you would to a person: “away 12 to 15 March except the 13th”, “not Saturday evening”, “I’m free on the 13th after all”. I repeat it, you confirm. You can also write:
help-staff = You can write a sentence (“away on Friday”) or:
help-group = In this group, just say when you’re not available: I’ll go on with you in private. Commands:
command-indispo = say when you can’t play
command-mesindispos = your noted absences
command-moi = your profile
command-notifs = what I told you
command-inviter = invite somebody, for example /invite Lea
command-lier = in a group, link it to an act
command-roles = somebody’s roles
command-incidents = what went wrong
command-parametres = language, channel, quiet hours
command-annuler = drop what is under way
command-aide = what you can do here
command-private-only = That’s for private: write it to me in our own chat.
command-group-only = That’s done in a group: write it in the act’s own.
command-refused = That’s not open to your role. If you need it, ask your manager.
cancel-nothing = Nothing is under way. To cancel an absence noted earlier, write “mydates” or /mydates.
cancel-done = All right, dropped: I noted nothing.
conversation-broken = Sorry, I could not finish that. Nothing was noted: tell me again in one sentence.
conversation-expired = No answer for a day: I noted nothing. Tell me again whenever you like.
answer-stale = This card has changed or is no longer valid. Look at the latest one, or tell me again.
answer-done = That’s been taken into account already.
answer-not-yours = This decision is not yours; the person concerned has their own card.
answer-on-card = For a date and money, answer on the card itself (button, vote, quote), or write “approve” and the number of the deal.
answer-which = Several questions are waiting: quote the right card in your answer (or press its button), or write “approve” and the number of the deal.
approval-already = { $name } answered already at { $time }.
approval-over = That’s no longer current: nothing has changed.
did-you-mean = I don’t know that command. Did you mean { $command }?
nothing-waits = Nothing is waiting for you here right now.
not-understood = I didn’t get that. Tell me when you can’t play (“away on 12 March”), or write “help”.
forwarded = A forwarded message doesn’t count as your answer. Write it in your own words and I’ll see to it.
voice-note = I don’t listen to voice messages. Write it in a sentence, for example “away 12 to 15 March”.
unsupported = I can’t read that. Write it in a sentence and I’ll see to it.
apology = Sorry, something went wrong on my side and I could not handle your message. Please send it again; if it happens once more, give the reference { $reference } to your manager.
notification-urgent = Urgent, hence despite your quiet hours:
group-hello = Hello everyone. For me to serve this group, a manager writes /link here, followed by the name of the act.
group-help = For an absence, just say it; for anything else, write to me in private.
group-come-private = I’ll go on in private: open { $link }, press Start, then tell me again.
link-which = Which act? You manage { $names }. Write for example “/link { $example }”.
link-done = Done: this is the group of **{ $artist }**.
link-reads = What I read here: commands, replies to me, and sentences in which somebody says they’re not available. The rest is not kept.
link-reads-little = What I read here: only commands and replies to me. For me to understand a passing “can’t do the 12th” as well, make me an admin of this group, or turn the bot’s privacy mode off at @BotFather (/setprivacy). Nothing else will be kept.
invite-whom = Whom would you like to invite? Write for example “/invite Léa Moreau”.
invite-unknown = I know nobody called “{ $name }” at the agency. Check the spelling.
invite-which = Which one?
invite-made = Invitation for { $name }, valid for a week and once only:
invite-telegram = Telegram: { $link }
invite-signal = Signal: send { $code } to { $number }
inbox-empty = Nothing new.
inbox = { $count ->
    [one] One notification:
   *[other] { $count } notifications:
  }
incidents-none = No open incident.
incidents = { $count ->
    [one] One open incident:
   *[other] { $count } open incidents:
  }
incident-line = { $severity } · { $code } ({ $source }), { $when }
incident-done = { $number }: dealt with
incident-action = Marked as dealt with
severity-info = info
severity-warning = to watch
severity-error = error
severity-critical = critical
roles = Roles of { $name }: choose the one to give or take.
roles-whom = Whose? Write for example “/roles Léa Moreau”.
roles-last = Not possible: nobody is left without a role, changes their own, or gives administration without having it.
role-musician = musician
role-technician = technician
role-tour-manager = tour manager
role-booker = booking
role-manager = manager
role-communication = communication
role-production = production
role-hr = HR
role-legal = legal
role-employee = employee
role-admin = administration
role-guest = guest
vault-iban = an IBAN
vault-social-security = a social security number
vault-file = a file
vault-kept-iban = I’ve put your IBAN away, encrypted, for HR. Delete your message: such numbers have no place in a chat.
vault-kept-social-security = I’ve put your social security number away, encrypted, for HR. Delete your message: such numbers have no place in a chat.
vault-kept-file = Received: I’ve told HR. I don’t file documents myself yet; keep your original.
vault-kept-iban-group = You wrote an IBAN in a group. I’ve put it away, encrypted, for HR; delete your message there quickly.
vault-kept-social-security-group = You wrote a social security number in a group. I’ve put it away, encrypted, for HR; delete your message there quickly.
vault-kept-file-group = Received: I’ve told HR.
vault-received = { $name } sent { $what } by chat. It is kept encrypted.
vault-show = Show
vault-shown-iban = Sent by { $name } (every look is recorded):
vault-shown-social-security = Sent by { $name } (every look is recorded):
vault-shown-file = { $name } sent a file. It is in your conversation with them; ask them to send it to you directly if you need it.
incident-critical = Critical incident: { $code } ({ $source }). Write /incidents to see and close it.
cancel-card = Dropped.
not-understood-staff = I didn’t get that. Write “help” to see what you can do here; if somebody has answered a card already, it says so.
token-forgotten = That looks like a bot token: I did not keep it. Delete your message and change the token at @BotFather (/revoke), since whoever saw it can speak in my place.
incident-challenge = Signal wants a captcha. Solve it at https://signalcaptchas.org/challenge/generate.html, then give it to the gateway with this token: { $token }
mail-subject = { $agency }: a message for you
profile-diet = Diet
profile-town = Town
profile-ask-diet = What don’t you eat? A sentence will do: it is for ordering meals.
profile-ask-town = Where do you live? The town will do: it is for planning travel.
profile-none-diet = I eat everything
profile-none-town = I’d rather not say
profile-saved = Saved. { $field }: { $value }
profile-kept = All right, I changed nothing.
account-linked = A new { $channel } account has just been linked to your profile. If it wasn’t you, write to { $contact } at once.
invite-refused = You can’t invite { $name }: they have access that you don’t. Ask administration.
talk-unreachable = I can’t reach { $name }: nothing was sent. Try directly.
