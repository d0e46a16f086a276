import pytest

from recoupe.rooms.annotate.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("600 000", [600_000]),
        ("600\u202f000 et 600\u2009000", [600_000, 600_000]),
        ("12.000 ou 12'000", [12_000, 12_000]),
        ("2,5 et 2.5", [2.5, 2.5]),
        ("quatre-vingt-dix-sept mille trois cents", [97_300]),
        ("soixante et onze", [71]),
        ("dix-neuf cent vingt", [1920]),
        ("cent dix-huit mille", [118_000]),
        ("un million et demi", [1_500_000]),
        ("un demi-million", [500_000]),
        ("une dizaine de milliers", [10_000]),
        ("des milliers", [None]),
        ("trois quarts", [0.75]),
        ("1,5 milliard", [1_500_000_000]),
        ("deux trois", [2, 3]),
        ("le G7, l'A75 et le Covid-19", []),
        ("1" * 400, []),
    ],
)
def test_values(text: str, values: list[float | None]) -> None:
    assert [number.value for number in find_numbers(text, "fr")] == values


def test_a_long_run_of_number_words_ends() -> None:
    assert len(find_numbers("un " * 20_000, "fr")) == 20_000
