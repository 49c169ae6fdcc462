"""What may be a Dutch citizen number, and that its digits are masked (DESIGN §3, *Warnings*)."""

import pytest

from evc.model.citizen import has_citizen_number, masked_as_written, without_citizen_numbers

# 123456782 and 111222333 are the test numbers that are in no register.
ARABIC = "123456782".translate({ord("0") + digit: 0x660 + digit for digit in range(10)})


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("123456782", "*********"),
        ("BSN 123456782.", "BSN *********."),
        ("111222333, 123456782", "*********, *********"),
        ("nr_123456782_a", "nr_*********_a"),  # an underscore is no letter
        ("123456782-1", "*********-1"),
        ("000000012", "*********"),
        # no citizen numbers
        ("", ""),
        ("123456789", "123456789"),  # fails the 11-test
        ("000000000", "000000000"),  # all equal
        ("12345678", "12345678"),
        ("1234567820", "1234567820"),
        ("0123456782", "0123456782"),
        ("a123456782", "a123456782"),
        ("123456782é", "123456782é"),
        ("123456782\u0663", "123456782\u0663"),  # a digit of another script beside it
        (ARABIC, ARABIC),  # only ASCII digits
        ("1234.56.782", "1234.56.782"),
        ("123 456 782", "123 456 782"),
    ],
)
def test_citizen_numbers(text, masked):
    assert has_citizen_number(text) is (text != masked)
    assert without_citizen_numbers(text) == masked


@pytest.mark.parametrize(
    ("line", "masked"),
    [
        (r"a: \"x\n123456782\"", r"a: \"x\n*********\""),  # as it is written, a letter stands beside the digits
        ("n123456782n", "n*********n"),
        ("1234567820", "1234567820"),
        ("123456789", "123456789"),
    ],
)
def test_a_line_as_it_is_written(line, masked):
    assert masked_as_written(line) == masked
