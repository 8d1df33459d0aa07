"""The networks once more, in numpy int64 and loops, from DESIGN 3 and FORMAT.md 5.5 and 5.6 and nothing else.

Slow on purpose: no torch, no float32 sums, no offsets, no batching tricks. Maps are int64[B, C, H, W] throughout, rows
int64[N, C]. Nothing of bitswap_app is imported; a model comes as its config and its tensors by name.
"""

import numpy as np

STREAM_MAX = 32767
ACTIVATION_MAX = 255


def scaled(acc, scale, lowest, highest):
    """One float32 multiplication, rounding half to even, a clamp; acc and scale broadcast."""
    assert np.abs(acc).max(initial=0) < 1 << 24
    product = np.asarray(acc).astype(np.float32) * np.float32(scale)
    return np.clip(np.rint(product.astype(np.float64)), lowest, highest).astype(np.int64)


def padded(tile, sides):
    """uint8 or int[H, W, C] with its last row and column repeated up to sides."""
    height, width = tile.shape[:2]
    return np.pad(tile, ((0, sides[0] - height), (0, sides[1] - width), (0, 0)), mode="edge")


def predictor(levels, y, x):
    """The median edge predictor of the pixel (y, x) of levels int[H, W, 3]."""
    found = []
    for c in range(3):
        plane = levels[:, :, c].astype(int)
        if y == 0 and x == 0:
            found.append([128, 0, 0][c])
        elif y == 0:
            found.append(plane[0, x - 1])
        elif x == 0:
            found.append(plane[y - 1, 0])
        else:
            west, north, corner = plane[y, x - 1], plane[y - 1, x], plane[y - 1, x - 1]
            found.append(sorted([west, north, west + north - corner])[1])
    return np.array(found)


def residuals(levels):
    """levels int[H, W, 3] less their predictors."""
    return np.array(
        [
            [levels[y, x].astype(int) - predictor(levels, y, x) for x in range(levels.shape[1])]
            for y in range(levels.shape[0])
        ]
    )


def guess_among(levels, known, y, x):
    """The predictor of the pixel (y, x), of whose neighbours only those that are known count."""
    has_north, has_west = (known.get((y - 1, x)), known.get((y, x - 1)))
    if has_north and has_west:
        return predictor(levels[y - 1 : y + 1, x - 1 : x + 1], 1, 1)
    if has_west or has_north:
        return (levels[y, x - 1] if has_west else levels[y - 1, x]).astype(int)
    return np.array([128, 0, 0])


def context(config, levels, known, y, x, phase):
    """(inputs, predictor) of the pixel (y, x): lists of integers, without z1's features.

    known   {(y, x): whether a window may look there}
    """
    guess = guess_among(levels, known, y, x)
    inputs = []
    for row in config.window:
        for dx in range(row.first, row.last + 1):
            v, u = y - row.up, x + dx
            inputs += [*np.clip(levels[v, u] - guess, -127, 127), 32] if known.get((v, u)) else [0, 0, 0, 0]
    inputs += [max(-127, guess[0] - 128), max(-127, guess[1] // 2), max(-127, guess[2] // 2)]
    for place, start in ((y, phase[0]), (x, phase[1])):
        inputs += [32 * ((place + start) % config.grid == g) for g in range(config.grid)]
    return [int(value) for value in inputs], [int(value) for value in guess]


def space_to_depth(maps, factor):
    """[B, C, H, W] -> [B, C * factor**2, H / factor, W / factor], the channel slowest, then row, then column."""
    planes = [maps[:, :, dy::factor, dx::factor] for dy in range(factor) for dx in range(factor)]
    stacked = np.stack(planes, axis=2)  # B, C, factor**2, h, w
    return stacked.reshape(stacked.shape[0], -1, *stacked.shape[3:])


def depth_to_space(maps, factor):
    """The inverse of space_to_depth."""
    batch, channels, height, width = maps.shape
    result = np.zeros((batch, channels // factor**2, height * factor, width * factor), dtype=np.int64)
    for c in range(result.shape[1]):
        for dy in range(factor):
            for dx in range(factor):
                result[:, c, dy::factor, dx::factor] = maps[:, c * factor**2 + dy * factor + dx]
    return result


class Reference:
    """A model's networks. config is anything with ModelConfig's fields."""

    def __init__(self, config, tensors):
        self.config = config
        self.tensors = {name: t.astype(np.int64) if t.dtype != np.float32 else t for name, t in tensors.items()}

    # layers

    def sums(self, name, x):
        """weight x + bias: x int64[N, in] or a map."""
        weight, bias = self.tensors[f"{name}.weight"], self.tensors[f"{name}.bias"]
        if x.ndim == 2:
            return np.einsum("ni,oi->no", x, weight) + bias
        batch, channels, height, width = x.shape
        size = 3 if weight.shape[1] == 9 * channels else 1
        weight = weight.reshape(-1, size, size, channels)
        wide = np.pad(x, ((0, 0), (0, 0), (size // 2, size // 2), (size // 2, size // 2)))
        acc = np.zeros((batch, len(weight), height, width), dtype=np.int64) + bias[:, None, None]
        for dy in range(size):
            for dx in range(size):
                acc += np.einsum("bihw,oi->bohw", wide[:, :, dy : dy + height, dx : dx + width], weight[:, dy, dx])
        return acc

    def dense(self, name, x):
        scale, low, high = (self.tensors[f"{name}.{part}"] for part in ("scale", "lowest", "highest"))
        column = (slice(None),) + (None,) * (x.ndim - 2)
        return scaled(self.sums(name, x), scale[column], low[column], high[column])

    def rectified(self, name, stream):
        return scaled(stream, self.tensors[name][0], 0, ACTIVATION_MAX)

    def residual(self, name, stream):
        branch = self.dense(f"{name}.b", self.dense(f"{name}.a", self.rectified(f"{name}.relu_a", stream)))
        return np.clip(stream + branch, -STREAM_MAX, STREAM_MAX)

    def down(self, name, stream):
        return self.dense(f"{name}.mix", space_to_depth(self.rectified(f"{name}.relu", stream), 2))

    def up(self, name, stream):
        return depth_to_space(self.dense(f"{name}.mix", self.rectified(f"{name}.relu", stream)), 2)

    # the latent chain

    def posterior(self, levels, differences):
        """q(z1 | x): (means, scales) from int64[B, 3, H, W] each."""
        inputs = np.concatenate([levels, differences, np.abs(differences)], axis=1)
        x = self.dense("from_pixels.body.0", space_to_depth(np.clip(inputs, -127, 127), 4))
        x = self.residual("from_pixels.body.1", x)
        part, stride = 2, 4
        while stride < self.config.latents[0].stride:
            x = self.residual(f"from_pixels.body.{part + 1}", self.down(f"from_pixels.body.{part}", x))
            part, stride = part + 2, stride * 2
        return self.logistics("from_pixels.out", x)

    def above(self, layer, z):
        """q(z_layer+1 | z_layer)."""
        name, part = f"up.{layer - 1}", 1
        x = self.dense(f"{name}.body.0", z)
        if self.config.latents[layer].stride > self.config.latents[layer - 1].stride:
            x, part = self.down(f"{name}.body.1", x), 2
        return self.logistics(f"{name}.out", self.residual(f"{name}.body.{part}", x))

    def below(self, layer, z):
        """p(z_layer | z_layer+1)."""
        name = f"down.{layer - 1}"
        x = self.residual(f"{name}.body.1", self.dense(f"{name}.body.0", z))
        if self.config.latents[layer].stride > self.config.latents[layer - 1].stride:
            x = self.up(f"{name}.body.2", x)
        return self.logistics(f"{name}.out", x)

    def top(self):
        return self.tensors["top.means"], self.tensors["top.scales"]

    def features(self, z):
        """int64[B, features, H, W] from z1."""
        x = self.residual("features.body.1", self.dense("features.body.0", z))
        part, stride = 2, self.config.latents[0].stride
        while stride > 4:
            x = self.residual(f"features.body.{part + 1}", self.up(f"features.body.{part}", x))
            part, stride = part + 2, stride // 2
        return depth_to_space(self.dense("features.out", self.rectified("features.relu", x)), 4)

    def logistics(self, name, x):
        out = self.dense(f"{name}.out", self.rectified(f"{name}.relu", x))
        half = out.shape[1] // 2
        return out[:, :half], out[:, half:]

    # the window network

    def mixtures(self, inputs, known):
        """The parameters of Y, Co, Cg: three int64[N, 3K].

        inputs  int64[N, I]  context and features
        known   int64[N, 3]  residuals
        """
        features = inputs[:, inputs.shape[1] - self.config.features :]
        stream = self.dense("window.first", inputs)
        for i in range(self.config.depth):
            stream = self.residual(f"window.trunk.{i}", stream)
        hidden = self.dense("window.hidden", np.concatenate([self.rectified("window.relu", stream), features], axis=1))
        found, size = [], self.config.head
        for c in range(3):
            own = hidden[:, c * size : (c + 1) * size]
            for earlier in range(c):
                weights = self.tensors[f"window.earlier.{c}"][earlier]
                own = own + np.clip(known[:, earlier], -127, 127)[:, None] * weights
            found.append(self.dense(f"window.out.{c}", self.rectified(f"window.head_relu.{c}", own)))
        return found
