/**
 * Words of time in other languages, without accents: the English of each, then "=", then its forms. "-" is a word
 * that adds nothing. Left out are words that mean another time to some ("halb drei", "acht Tage", "quinze jours").
 */
export const LANGUAGES: Record<string, string> = {
  german: `
    monday=montag; tuesday=dienstag; wednesday=mittwoch; thursday=donnerstag; friday=freitag
    saturday=samstag sonnabend; sunday=sonntag; january=januar janner jan; february=februar feber
    march=marz maerz; april=april; may=mai; june=juni; july=juli; august=august; september=september
    october=oktober okt; november=november nov; december=dezember dez; today=heute; tomorrow=morgen
    day after tomorrow=ubermorgen uebermorgen; yesterday=gestern; day before yesterday=vorgestern
    morning=fruh morgens vormittag; tomorrow morning=morgen_fruh morgen_vormittag; afternoon=nachmittag
    evening=abend; tonight=heute_abend; noon=mittag; day=tag tage tagen; week=woche wochen
    month=monat monate monaten monats; year=jahr jahre jahren jahres; business days=werktage werktagen
    hour=stunde stunden; minutes=minuten; 1=ein eine einen einem einer; 2=zwei; 3=drei; 4=vier; 5=funf fuenf
    6=sechs; next=nachste nachsten nachster nachstes naechste naechsten; coming=kommenden kommende
    last=letzten letzte letzter; in=in im; AGO=vor; until=bis; for=fur; on=am den; after=nach; at=um gegen
    oclock=uhr; end=ende; start=anfang; mid=mitte; weekend=wochenende; christmas=weihnachten; new year=neujahr
    easter=ostern; -=der die das des zum zu`,
  french: `
    monday=lundi; tuesday=mardi; wednesday=mercredi; thursday=jeudi; friday=vendredi; saturday=samedi
    sunday=dimanche; january=janvier janv; february=fevrier fevr; march=mars; april=avril; may=mai; june=juin
    july=juillet juil; august=aout; september=septembre; october=octobre; november=novembre; december=decembre
    today=aujourd'hui aujourdhui; tomorrow=demain; day after tomorrow=apres-demain apres_demain; yesterday=hier
    day before yesterday=avant-hier avant_hier; morning=matin; afternoon=apres-midi apres_midi; evening=soir
    tonight=ce_soir; noon=midi; day=jour jours; week=semaine semaines; month=mois; year=an ans annee
    business days=jours_ouvres jours_ouvrables; hour=heure; minutes=minutes; 1=un une; 2=deux; 3=trois
    4=quatre; 5=cinq; 6=six; next=prochain prochaine; last=dernier derniere; in=dans en; AGO=il_y_a
    until=jusqu'a jusqu'au jusqua jusquau; for=pour pendant; after=apres; at=a vers; end=fin; start=debut; mid=mi
    weekend=week-end; christmas=noel; easter=paques; -=le la les l' de du des d' au`,
  spanish: `
    monday=lunes; tuesday=martes; wednesday=miercoles; thursday=jueves; friday=viernes; saturday=sabado
    sunday=domingo; january=enero; february=febrero; march=marzo; april=abril; may=mayo; june=junio; july=julio
    august=agosto; september=septiembre setiembre; october=octubre; november=noviembre; december=diciembre
    today=hoy; tomorrow=manana; day after tomorrow=pasado_manana; yesterday=ayer
    day before yesterday=anteayer antes_de_ayer; morning=por_la_manana; tomorrow morning=manana_por_la_manana
    afternoon=por_la_tarde; noon=mediodia; day=dia dias; week=semana semanas; month=mes meses; year=ano anos
    business days=dias_habiles dias_laborables; hour=hora horas; minutes=minutos; 1=un una; 2=dos; 3=tres
    4=cuatro; 5=cinco; 6=seis; next=proximo proxima que_viene; last=pasado pasada; in=en dentro_de; AGO=hace
    until=hasta; for=por; after=despues_de despues_del; at=a_las a_la; end=fin finales; start=principios
    mid=mediados; weekend=fin_de_semana; christmas=navidad; -=el la los las de del a`,
  italian: `
    monday=lunedi; tuesday=martedi; wednesday=mercoledi; thursday=giovedi; friday=venerdi; saturday=sabato
    sunday=domenica; january=gennaio; february=febbraio; march=marzo; april=aprile; may=maggio; june=giugno
    july=luglio; august=agosto; september=settembre; october=ottobre; november=novembre; december=dicembre
    today=oggi; tomorrow=domani; day after tomorrow=dopodomani; yesterday=ieri; day before yesterday=l'altro_ieri
    morning=mattina; tomorrow morning=domattina; afternoon=pomeriggio; evening=sera; tonight=stasera
    noon=mezzogiorno; day=giorno giorni; week=settimana settimane; month=mese mesi; year=anno anni
    hour=ora ore; minutes=minuti; 1=un una; 2=due; 3=tre; 4=quattro; 5=cinque; 6=sei; next=prossimo prossima
    last=scorso scorsa; in=tra fra in; ago=fa; until=fino_a fino_al; for=per; after=dopo; at=alle ore
    end=fine; start=inizio; mid=meta; weekend=fine_settimana; christmas=natale; easter=pasqua; -=il la lo di del`,
  portuguese: `
    monday=segunda segunda-feira; tuesday=terssa terssa-feira terca-feira; wednesday=quarta quarta-feira
    thursday=quinta quinta-feira; friday=sexta sexta-feira; saturday=sabado; sunday=domingo; january=janeiro
    february=fevereiro; march=marsso; april=abril; may=maio; june=junho; july=julho; august=agosto
    september=setembro; october=outubro; november=novembro; december=dezembro; today=hoje; tomorrow=amanha
    day after tomorrow=depois_de_amanha; yesterday=ontem; day before yesterday=anteontem
    morning=de_manha; afternoon=a_tarde de_tarde; noon=meio-dia; day=dia dias; week=semana semanas
    month=mes meses; year=ano anos; business days=dias_uteis; hour=hora horas; minutes=minutos; 1=um uma
    2=dois duas; 3=tres; 4=quatro; 5=cinco; 6=seis; next=proximo proxima que_vem; last=passado passada
    in=em daqui_a dentro_de; AGO=ha; until=ate; for=por; after=depois_de depois_do; at=as; on=na no
    end=fim final; start=inicio; weekend=fim_de_semana; christmas=natal; -=o a de do da ao`,
  dutch: `
    monday=maandag; tuesday=dinsdag; wednesday=woensdag; thursday=donderdag; friday=vrijdag; saturday=zaterdag
    sunday=zondag; january=januari; february=februari; march=maart; april=april; may=mei; june=juni; july=juli
    august=augustus; september=september; october=oktober; november=november; december=december; today=vandaag
    tomorrow=morgen; day after tomorrow=overmorgen; yesterday=gisteren; day before yesterday=eergisteren
    morning=ochtend; tomorrow morning=morgenochtend; afternoon=middag; tomorrow afternoon=morgenmiddag
    evening=avond; tonight=vanavond; day=dag dagen; week=week weken; month=maand maanden; year=jaar
    business days=werkdagen; hour=uur; minutes=minuten; 1=een; 2=twee; 3=drie; 4=vier; 5=vijf; 6=zes
    next=volgende; coming=komende aanstaande; last=afgelopen vorige; in=over in; ago=geleden; until=tot; for=voor
    on=op; after=na; at=om; end=eind einde; start=begin; mid=medio; weekend=weekend; christmas=kerst kerstmis
    easter=pasen; -=de het van`,
}
