from articles.reading.copies import compare, copy_keys, is_copy, telling_of

ORIGINAL = [
    "The minister arrived in the northern port on Monday with a delegation of forty officers.",
    "He said that a bridge of 850 metres would be built over the river within two years.",
    "“We have waited for this bridge a very long time,” he told the workers.",
    "The governor thanked him and gave a dinner for the guests in the old harbour hall.",
]
REWRITE = [
    "On Monday the minister came to the northern port together with forty officers of a delegation.",
    "Within two years, he stated, a bridge measuring 850 metres is to be built over the river.",
    "“We have waited for this bridge a very long time,” the workers heard from him.",
    "A dinner in the old harbour hall was given for the guests by the governor, who thanked him.",
]
OTHER = [
    "Farmers in the south expect a poor harvest after weeks without rain this summer.",
    "Prices of rice have risen by a third, and the government opens its stores.",
]


def test_a_copy_and_a_rewrite_share_a_fingerprint_and_another_text_does_not():
    original, rewrite, other = (set(copy_keys("\n".join(text))) for text in (ORIGINAL, REWRITE, OTHER))
    assert original & set(copy_keys("\n".join(ORIGINAL) + " Leave it."))
    assert original & rewrite
    assert not original & other


def test_fingerprints_do_not_depend_on_the_process():
    assert copy_keys("\n".join(ORIGINAL)) == copy_keys("\n".join(ORIGINAL))


def test_what_counts_as_a_copy():
    original, rewrite, other = (telling_of("\n".join(text)) for text in (ORIGINAL, REWRITE, OTHER))
    assert is_copy(compare(original, original), names_original=False)
    assert is_copy(compare(rewrite, original, named=True), names_original=True)
    assert not is_copy(compare(other, original, named=True), names_original=True)
