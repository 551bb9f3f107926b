"""Which side of the sets of labels each place is on."""

from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, belongs_to, text_enum
from storewalk.shelves.hold_out import Division, Side


class LabelPlace(Tenanted, Base):
    """A store, shelf or day whose photos are all on one side of every set; rows are only ever added."""

    __tablename__ = "label_place"
    __table_args__ = (
        belongs_to("scope_node", column="store_id"),
        UniqueConstraint("org_id", "store_id", "division", "name"),
        CheckConstraint("division <> 'none' AND (division = 'store') = (name = '')", name="place_is_named"),
    )
    store_id: Mapped[UUID]
    division: Mapped[Division] = mapped_column(text_enum(Division))
    name: Mapped[str]
    side: Mapped[Side] = mapped_column(text_enum(Side))
