import pytest

from components.ui.plain import JOINER, plain_label


@pytest.mark.parametrize(
    "words", ["One election", "2007", "Nur-Otan won 98 of 107 seats with 88.41\u202f%", "Seats: 98 (list)", "Кто за?", ""]
)
def test_ordinary_words_come_back_as_they_are(words):
    assert plain_label(words) == words


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("**bold** _it_", r"\*\*bold\*\* \_it\_"),
        ("[a](b)", r"\[a\](b)"),
        ("$x^2$", r"\$x\^2\$"),
        ("<b>&lt;", r"\<b\>\&lt;"),
        ("a\n\n# b", r"a # b"),
        ("https://example.org", f"https:{JOINER}//example.org"),
        (":material/home:", f":{JOINER}material/home:"),
        ("a@b.org", f"a@{JOINER}b.org"),
        ("www.example.org", f"www{JOINER}.example.org"),
        ("1. first", f"{JOINER}1. first"),
        ("- first", f"{JOINER}- first"),
    ],
)
def test_markup_is_made_plain(text, escaped):
    assert plain_label(text) == escaped
