"""The house style as a report shows it: plain strings, the logo as data that needs no file beside it."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace

from evc.model.house import House, Logo, Signer
from evc.reporting.view.signatures import Signatory, Signatures


@dataclass(frozen=True, slots=True)
class HouseView:
    """Whose report this is; what is not given is an empty text."""

    institution: str
    department: str
    logo: str
    logo_alt: str
    footer: str


def house_view(house: House) -> HouseView:
    """The house style in strings."""
    return HouseView(
        institution=house.institution or "",
        department=house.department or "",
        logo=data_uri(house.logo) if house.logo else "",
        logo_alt=house.logo.alt if house.logo else "",
        footer=house.footer or "",
    )


def data_uri(logo: Logo) -> str:
    """A picture as an address that holds it."""
    return f"data:{logo.media_type};base64,{b64encode(logo.data).decode()}"


def with_signers(signatures: Signatures, signers: Sequence[Signer]) -> Signatures:
    """The boxes to sign, those of the committee as the house has them; before any assessor there are none."""
    if not signers or not signatures.committee:
        return signatures
    return replace(signatures, committee=tuple(map(_signatory, signers)))


def _signatory(signer: Signer) -> Signatory:
    return Signatory(signer.name, signer.role) if signer.name else Signatory(signer.role, "")
