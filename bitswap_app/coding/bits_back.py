"""Coding with latent variables: pay for a latent, get its freedom back.

References: Townsend, Bird & Barber 2019 (bits-back with ANS); Kingma, Abbeel & Ho 2019 (recursive order).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from bitswap_app.coding.codec import Codec
from bitswap_app.coding.message import Message

X = TypeVar("X")
Z = TypeVar("Z")

Level = tuple[Callable[[Z], Codec[Z]], Callable[[Z], Codec[Z]]]
"""(likelihood p(z_i | z_i+1) as a function of z_i+1, posterior q(z_i+1 | z_i) as a function of z_i)."""


class LatentModel(Protocol[Z]):
    """A Markov chain x = z0, z1, ..., zL: what bit_swap and bb_ans need of a network.

    Both ends must compute the same codecs from the same symbols, to the last bit, on every machine.
    """

    @property
    def top_prior(self) -> Codec[Z]:
        """p(zL)."""

    @property
    def levels(self) -> Sequence[Level[Z]]:
        """levels[i] is (p(z_i | z_i+1), q(z_i+1 | z_i)), i = 0..L - 1."""


def bits_back(prior: Codec[Z], likelihood: Callable[[Z], Codec[X]], posterior: Callable[[X], Codec[Z]]) -> Codec[X]:
    """A codec for x under the model sum_z p(z) p(x|z).

    A push costs -log p(x|z) - log p(z) + log q(z|x) bits. The last term is borrowed from the message, which must hold
    that many bits: on a short message the posterior's pop raises EmptyMessage, and the caller seeds the message.
    """

    def push(message: Message, x: X) -> Message:
        message, z = posterior(x).pop(message)
        message = likelihood(z).push(message, x)
        return prior.push(message, z)

    def pop(message: Message) -> tuple[Message, X]:
        message, z = prior.pop(message)
        message, x = likelihood(z).pop(message)
        return posterior(x).push(message, z), x

    return Codec(push, pop)


def bit_swap(top_prior: Codec[Z], levels: Sequence[Level[Z]]) -> Codec[Z]:
    """The recursive order for a Markov chain x = z0, z1, ..., zL, as a fold from the top.

    levels[i] is (likelihood p(z_i | z_i+1), posterior q(z_i+1 | z_i)). Each level is the prior of the one below, so x
    is pushed before z2 is popped: what x put on the message pays for z2, and the seed need only cover z1.
    """
    codec = top_prior
    for likelihood, posterior in reversed(levels):
        codec = bits_back(codec, likelihood, posterior)
    return codec


def bb_ans(top_prior: Codec[Z], levels: Sequence[Level[Z]]) -> Codec[Z]:
    """The plain order for the same chain: all latents are popped, then x and the latents are pushed.

    The rate is that of bit_swap, but the seed must cover every latent at once. Kept for comparison.
    """
    if not levels:
        return top_prior
    likelihood = levels[0][0]
    return bits_back(
        _ancestral(top_prior, levels[1:]),
        lambda latents: likelihood(latents[0]),
        lambda x: _inference(x, levels),
    )


def _ancestral(top_prior: Codec[Z], upper: Sequence[Level[Z]]) -> Codec[list[Z]]:
    """[z1, ..., zL] under p(zL) ... p(z1 | z2): zL is popped first."""

    def push(message: Message, latents: list[Z]) -> Message:
        for (likelihood, _), below, above in zip(upper, latents, latents[1:], strict=False):
            message = likelihood(above).push(message, below)
        return top_prior.push(message, latents[-1])

    def pop(message: Message) -> tuple[Message, list[Z]]:
        message, latent = top_prior.pop(message)
        latents = [latent]
        for likelihood, _ in reversed(upper):
            message, latent = likelihood(latent).pop(message)
            latents.append(latent)
        return message, latents[::-1]

    return Codec(push, pop)


def _inference(x: Z, levels: Sequence[Level[Z]]) -> Codec[list[Z]]:
    """[z1, ..., zL] under q(z1 | x) q(z2 | z1) ...: z1 is popped first."""

    def push(message: Message, latents: list[Z]) -> Message:
        for (_, posterior), below, latent in reversed(list(zip(levels, [x, *latents], latents, strict=False))):
            message = posterior(below).push(message, latent)
        return message

    def pop(message: Message) -> tuple[Message, list[Z]]:
        latents: list[Z] = []
        below = x
        for _, posterior in levels:
            message, below = posterior(below).pop(message)
            latents.append(below)
        return message, latents

    return Codec(push, pop)


def seed_bits(codec: Codec[X], x: X, seed: Message) -> float:
    """How many bits of the seed a push of x borrows before it pays them back, [bits].

    The seed is not spent. It must hold enough, else EmptyMessage; what the push needs hangs a little on its bits.
    """
    message = seed.copy()
    return seed.bits - codec.push(message, x).low_water_bits
