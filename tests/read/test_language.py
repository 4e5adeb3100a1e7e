# ruff: noqa: E501
import pytest

from stemma.read.language import detect_language

SAID = {
    "en": "The mayor said on Friday that the dam would hold and that no one had to leave the town for now.",
    "fr": "Le maire a déclaré vendredi que le barrage tiendrait et que personne ne devait quitter la ville pour le moment.",
    "de": "Der Bürgermeister sagte am Freitag, dass der Damm halten wird und dass niemand die Stadt verlassen muss.",
    "es": "El alcalde dijo el viernes que la presa resistirá y que nadie tiene que salir de la ciudad por el momento.",
    "it": "Il sindaco ha detto venerdì che la diga reggerà e che nessuno deve lasciare la città per il momento, secondo lui.",
    "nl": "De burgemeester zei op vrijdag dat de dam het houdt en dat niemand de stad voor nu hoeft te verlaten.",
    "pl": "Burmistrz powiedział w piątek, że tama wytrzyma i że nikt nie musi na razie opuszczać miasta, ale jest woda.",
    "tr": "Belediye başkanı cuma günü barajın dayanacağını ve şimdilik kimsenin şehri terk etmesine gerek olmadığını daha sonra söyledi, ama bu çok zor ve uzun bir iş.",
    "ru": "Мэр сказал в пятницу, что плотина выдержит и что никто не должен покидать город, пока это не нужно.",
    "uk": "Мер сказав у п'ятницю, що гребля витримає і що ніхто не має залишати місто, поки це не потрібно.",
    "ar": "قال رئيس البلدية إن السد سيصمد وإن على السكان أن يبقوا في بيوتهم بعد أن عاد الهدوء إلى المدينة.",
    "he": "ראש העיר אמר ביום שישי כי הסכר יחזיק.",
    "zh": "市长星期五说，大坝会挺住，目前没有人需要离开这座城市。",
    "ja": "市長は金曜日、ダムは持ちこたえると述べた。",
    "ko": "시장은 금요일에 댐이 버틸 것이라고 말했다.",
}


@pytest.mark.parametrize("code", sorted(SAID))
def test_a_language_is_known_by_its_commonest_words_or_its_script(code):
    assert detect_language(SAID[code]) == code


@pytest.mark.parametrize("text", ["", "1234 5678", "Orvane Arnos Hollis", "…"])
def test_what_is_not_clear_is_none(text):
    assert detect_language(text) is None
