# SPDX-License-Identifier: MIT
"""All defects, and the rules that have none."""
# The import of a family enters its defects into the table.
import of_breaks  # noqa: F401
import of_file  # noqa: F401
import of_interpretation  # noqa: F401
import of_nothing  # noqa: F401
import of_people  # noqa: F401
import of_roles  # noqa: F401
import of_texts  # noqa: F401
import of_time  # noqa: F401
from defect import DEFECTS, Defect  # noqa: F401

OTHER_FORMAT = "speaks of schedules in other formats"
OTHER_REVISION = "needs another revision"
OTHER_AGENDA = "needs another agenda"
NOT_COVERED = {
    "area-assumed": OTHER_FORMAT,
    "event-superseded": OTHER_FORMAT,
    "format-fault": OTHER_FORMAT,
    "offset-mismatch": OTHER_FORMAT,
    "recurrence-cut": OTHER_FORMAT,
    "wrong-day": OTHER_FORMAT,
    "rev-after-freeze": OTHER_REVISION,
    "rev-not-bumped": OTHER_REVISION,
    "rev-person-dropped": OTHER_REVISION,
    "person-double-booked-across": OTHER_AGENDA,
    "room-double-booked-across": OTHER_AGENDA,
    "baseline-stale": "needs a baseline",
    "zone-horizon": "needs a system that does not know the future of a zone",
}
