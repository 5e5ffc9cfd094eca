/** What delivery reports say that are not in the format of RFC 3464. Lower case; matched anywhere in the text. */

/** Subjects of reports that mail was not delivered. */
export const BOUNCE_SUBJECT = either(`
  undeliver(?:ed|able)|not deliver(?:ed|able)|non[- ]?deliver|deliver(?:y|ing)[ a-z]* (?:fail|problem|error|delay|warning)|^(?:e-?)?mail error|automatically rejected|^\\[bounce\\]|delivery (?:status )?(?:notification|report)
  fail(?:ed|ure)[ a-z]* (?:notice|delivery|mail|message)|(?:mail|message|e-?mail) (?:system error|delivery (?:fail|error)|could not be|not delivered|rejected|returned|failed)
  return(?:ed|ing) (?:e-?)?(?:mail|message|to sender)|could(?: not|n.t) (?:be )?deliver(?:ed)?|unable to deliver|mail failure|failure notice|bounced? (?:mail|message|e-?mail)
  mail delivery (?:subsystem|system)|warning: (?:could not send|message)|undelivered mail|rejected(?: posting|:)|^failed mail$|user unknown|address not found|message blocked
  unzustellbar|nicht zugestellt|nicht zustellbar|zustell(?:fehler|ung fehlgeschlagen)|konnte nicht (?:zugestellt|ausgeliefert)|fehlgeschlagen|unzustellbarkeit
  non remis|non distribu|non livr|échec (?:de|d.)|echec (?:de|d.)|notification (?:d.état de |de )remise|impossible de (?:remettre|distribuer)|non délivr|retour à l.expéditeur
  no (?:se )?(?:pudo )?entreg|no entregado|no se ha podido (?:entregar|enviar)|error (?:de|en la) entrega|devuelto|notificación de (?:estado de )?entrega|fallo (?:de|en la) entrega|no se puede entregar
  mancato recapito|non recapitat|impossibile (?:consegnare|recapitare)|mancata consegna|errore di consegna|notifica dello stato|non consegnat|non inviat
  onbestelbaar|niet (?:worden )?(?:afgeleverd|bezorgd)|bezorg(?:fout|ing mislukt)|aflever(?:ing|fout)|kan niet worden bezorgd
  não (?:foi )?(?:entreg|pôde)|não entregue|falha (?:na|de) entrega|falha no envio|devolvid|notificação de (?:status de )?entrega|não pôde ser entregue
  kunde inte (?:levereras|skickas)|olevererat|kan inte levereras|ikke (?:leveres|levert)|kunne ikke (?:leveres|levere)|uleveret|kan ikke leveres|oleveransbar|gick inte att leverera|ei voitu toimittaa|toimitus epäonnistui|ei voida toimittaa
  nie (?:można )?dostarcz|niedostarcz|nie została dostarczona|nie dostarczono|nedoručen|nelze doručit|nedorucen|nedoručiteln|kézbesíthetetlen|kézbesítés(?:i hiba| sikertelen)|nem kézbesíthető|nem sikerült kézbesíteni|nelivrat|nu a putut fi livrat
  не (?:удалось )?доставлен|не удалось доставить|недоставлен|не может быть доставлен|ошибка доставки|не доставлено|teslim edilem|iletilem|αδυναμία παράδοσης|δεν παραδόθηκε|ανεπίδοτο
  配信不能|配信でき|送信でき|未送信|配達不能|届けられ|エラーメール|送達できません|退信|退回|无法投递|無法傳遞|未送达|未傳遞|投递失败|系统退信|반송|배달(?:되지| 실패)|전송 실패|배달할 수 없|לא ניתן (?:היה )?למסור|تعذر تسليم
`)

/** Subjects of reports that it was. */
export const SUCCESS_SUBJECT = /success|\brelayed\b|\(relay\)|^(?:read|gelesen|lu|leído|letto): /i

/** What a mail system writes about besides: mail that arrived, was read, or is kept for somebody to look at. */
export const NO_FAILURE =
  /success|\brelayed\b|\breceipt\b|(?:was|been|is|were) (?:delivered|read|displayed|received)|[qc]uar[aeä]nt|\bdigest\b|\bsummary\b|erfolgreich|zugestellt an|avec succès|correctamente/i

/** A scanner's notice that the rest of a mail went on. */
export const CLEANED =
  /(?:parts?|attachments?|files?) (?:of (?:the|your) (?:e-?mail|message) )?(?:has|have) been (?:removed|stripped)/i

/** Of a mail that a recipient's rule refused, as a sentence of the report. */
export const REJECTED = /automatically (?:rejected|refused)/i

/** How mail systems begin, and people who pass their reports on do not. */
export const AUTOMATED_OPENING =
  /^[^\p{L}]*this (?:is an? |(?:e-?mail|message|report|notification) (?:is|was|has been) (?:an? )?)(?:created |generated |sent )?automat/iu

/** What stands before the recipients that a report is about. */
export const RECIPIENTS_FOLLOW =
  /(?:following|these) (?:e-?mail |intended )?(?:recipient|address|person|people|user|mailbox|destination)|folgende[nr]? (?:empfänger|adresse)|(?:destinataires?|adresses?) suivant|(?:siguientes?|seguintes?|seguenti) (?:destinatari|direcci|endereço|indirizz)/i

/** What the text of a report says. */
export const BOUNCE_TEXT = either(`
  (?:was|were|has|have) not (?:been )?(?:delivered|successfully delivered)|could not be delivered|(?:couldn.t|could not|cannot|can.t|unable to|wasn.t able to|failed to) (?:be )?deliver(?:ed)?|delivery (?:to the following|has failed|failed)|permanent(?:ly)? (?:fatal |delivery )?(?:error|fail)
  undeliverable|undelivered|returned to (?:sender|you)|address(?:es)? (?:not found|rejected|failed|couldn.t be found|wasn.t found)|no such (?:user|person|mailbox|address|recipient)|(?:user|recipient|mailbox|address|account|host|domain) (?:is |was )?(?:unknown|not found|unavailable|disabled|does(?:n.t| not) exist|doesn.t have|inactive|full|rejected)
  unknown (?:user|recipient|address|mailbox|local)|(?:mailbox|quota|user) (?:is )?(?:full|over quota|exceeded)|over quota|does(?:n.t| not) have an? .{0,30}account|doesn.t exist|\\b[45]\\.[0-7]\\.\\d{1,2}\\b|\\b5[05]\\d[ -]\\S|rejected your message|your message (?:was|has been) (?:rejected|blocked)
  (?:mail|message) (?:has been|was|is) returned|did(?: not|n.t) reach|automatically rejected|not a valid (?:user|recipient|address|mailbox)|exceeds? (?:the |its )?(?:allowed|maximum|storage|quota|size)|has been postponed|trouble delivering|error (?:has )?occurred while (?:attempting|trying) to deliver|address error|bad destination|name server|host not found|domain name not found|giving up|i.m afraid i wasn.t able|retry time(?:out)? (?:not reached|exceeded)|message (?:you sent|that you sent)
  konnte nicht (?:an |zugestellt|ausgeliefert)|nicht zugestellt|unzustellbar|(?:empfänger|adresse|postfach|benutzer)[^.]{0,60}(?:nicht gefunden|unbekannt|existiert nicht|voll)|fehler bei der (?:zustellung|übermittlung)
  n.a (?:pas )?(?:pu|été|pu être) (?:être )?(?:remis|distribué|délivré|livré)|n.a pas (?:pu|été)|adresse[^.]{0,40}(?:introuvable|inconnue|n.existe pas)|impossible de (?:remettre|distribuer|trouver)|échec de la remise|destinataire inconnu
  no (?:se )?(?:ha )?(?:podido|pudo|puede) (?:entregar|ser entregado)|no se ha encontrado|no encontrad[ao]|usuario desconocido|no existe|error al entregar|buzón lleno
  non è stato (?:possibile|recapitato|consegnato)|impossibile (?:consegnare|recapitare)|indirizzo non trovato|utente sconosciuto|destinatario sconosciuto|non esiste|casella piena
  kan(?: het bericht)? niet (?:worden )?(?:afgeleverd|bezorgd)|niet (?:worden )?(?:bezorgd|afgeleverd)|(?:adres|gebruiker|postvak)[^.]{0,40}(?:niet gevonden|onbekend|bestaat niet)
  não (?:pôde|foi possível|foi) (?:ser )?entreg|(?:endereço|usuário|destinatário)[^.]{0,40}(?:não (?:foi )?encontrad|inexistente|desconhecid|não existe)|não foi entregue|caixa (?:postal )?cheia
  (?:kunde|kan) inte (?:levereras|leverera)|(?:kunne|kan) ikke (?:leveres|levere)|(?:adressen|adressaten|modtageren|mottakeren|mottagaren)[^.]{0,40}(?:hittades inte|findes ikke|finnes ikke|blev ikke fundet|ble ikke funnet)|ei voitu toimittaa|osoitetta ei löyt
  nie (?:została|mogła|można)[^.]{0,30}dostarcz|nie znaleziono|adres nie istnieje|nelze doručit|nebyla doručena|nebylo možné doručit|nem (?:sikerült|lehetett|volt) [^.]{0,30}kézbesít|nu a (?:putut fi|fost) livrat
  не (?:было|может быть|удалось|удаётся|был[ао]?) достав|не доставлено|адрес не найден|пользовател[ья] не (?:найден|существует)|недоступен|teslim edilemedi|bulunamadı|δεν (?:ήταν δυνατή|παραδόθηκε|βρέθηκε)
  配信(?:できません|に失敗)|配信不能|送信できません|届けることができません|見つかりません|宛先.{0,20}不明|无法(?:投递|送达|发送)|無法(?:傳遞|投遞|送達)|找不到|用户不存在|不存在|배달(?:할 수|되지|하지)|찾을 수 없|전송하지 못|לא נמצאה|تعذر
`)

/** What they say while they go on trying (RFC 3464 section 2.3.3, "delayed"), or of a passing state. */
export const TEMPORARY_TEXT = either(`
  delay(?:ed)?|will (?:continue|keep|retry|be retried)|still being retried|still trying|will try again|has not yet been delivered|not been delivered yet|temporar(?:y|ily)|no action is required|warning message only|do not need to resend|you do not need
  verzögert|wird (?:weiterhin|erneut) versucht|vorübergehend|retardé|temporaire|sera de nouveau|retras|se seguirá intentando|temporal|ritardo|temporane|vertraagd|vertraging|wordt opnieuw|atras|försenad|forsinket|opóźnion|zpožděn|задерж|遅延|延迟|延遲
`)

/** A mailbox that is full takes mail again once it is emptied, whatever class its server gives it (RFC 3463, X.2.2); a quota of any kind passes. */
export const FULL = either(`
  \\b[45]\\.2\\.2\\b|quota|(?:mail ?(?:box|dir|folder)|inbox|account|storage|space)[^.]{0,30}(?:\\bfull\\b|not enough|exceeded)|too much mail data
  (?:postfach|speicher)[^.]{0,20}voll|boîte[^.]{0,30}pleine|buzón[^.]{0,20}lleno|caixa[^.]{0,20}cheia|casella[^.]{0,20}piena|メールボックスが一杯|容量(?:超過|オーバー)|邮箱(?:已满|空间不足)
`)

/** A passing state by the words of RFC 3463 class 4. */
export const TEMPORARY_CODE = /\b4\.[0-7]\.\d{1,2}\b|(?:^|\s)4[0-5]\d[ -](?=\S)/im
export const PERMANENT_CODE = /\b5\.[0-7]\.\d{1,2}\b|(?:^|[\s(#])5[05]\d[ -](?=\S)/m

function either(lines: string): RegExp {
  return new RegExp(
    lines
      .trim()
      .split('\n')
      .map((line) => line.trim())
      .join('|'),
    'i',
  )
}
