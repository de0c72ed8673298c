"""How much an event stands out in the list."""

MAIN, PLAIN, QUIET = "main", "plain", "quiet"


def salience(*, independent_sources: int, articles: int, modality: str, reviewed: bool) -> str:
    """MAIN, PLAIN or QUIET.

    Main is what at least two independent sources report as a fact or a claim, or three articles, or
    what one source reports and an editor has checked. Quiet is what no known source stands behind, and
    a plan or a denial that one source alone tells. It says how well an event is documented in the texts
    at hand, not how much it mattered.
    """
    happened = modality in ("asserted", "claimed")
    if happened and (independent_sources >= 2 or articles >= 3 or (reviewed and independent_sources)):
        return MAIN
    if independent_sources == 0 or (not happened and independent_sources < 2):
        return QUIET
    return PLAIN
