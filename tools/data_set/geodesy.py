"""Lengths on the WGS84 ellipsoid and shortest ways over tables of links."""

import heapq
import math

MAJOR, FLATTENING = 6378.137, 1 / 298.257223563
MINOR = MAJOR * (1 - FLATTENING)


def geodesic_km(lat1, lon1, lat2, lon2):
    """Vincenty's inverse formula; the great circle where it does not converge (nearly antipodal points)."""
    if (lat1, lon1) == (lat2, lon2):
        return 0.0
    u1 = math.atan((1 - FLATTENING) * math.tan(math.radians(lat1)))
    u2 = math.atan((1 - FLATTENING) * math.tan(math.radians(lat2)))
    span = math.radians(lon2 - lon1)
    lam = span
    su1, cu1, su2, cu2 = math.sin(u1), math.cos(u1), math.sin(u2), math.cos(u2)
    for _ in range(100):
        sl, cl = math.sin(lam), math.cos(lam)
        ss = math.hypot(cu2 * sl, cu1 * su2 - su1 * cu2 * cl)
        if ss == 0:
            return 0.0
        cs = su1 * su2 + cu1 * cu2 * cl
        sigma = math.atan2(ss, cs)
        sa = cu1 * cu2 * sl / ss
        ca2 = 1 - sa * sa
        c2m = cs - 2 * su1 * su2 / ca2 if ca2 else 0.0
        c = FLATTENING / 16 * ca2 * (4 + FLATTENING * (4 - 3 * ca2))
        before = lam
        lam = span + (1 - c) * FLATTENING * sa * (
            sigma + c * ss * (c2m + c * cs * (-1 + 2 * c2m * c2m)))
        if abs(lam - before) < 1e-12:
            break
    else:
        cosine = su1 * su2 + cu1 * cu2 * math.cos(span)
        return 6371.0088 * math.acos(max(-1.0, min(1.0, cosine)))
    usq = ca2 * (MAJOR ** 2 - MINOR ** 2) / MINOR ** 2
    a = 1 + usq / 16384 * (4096 + usq * (-768 + usq * (320 - 175 * usq)))
    b = usq / 1024 * (256 + usq * (-128 + usq * (74 - 47 * usq)))
    ds = b * ss * (c2m + b / 4 * (cs * (-1 + 2 * c2m ** 2)
                                  - b / 6 * c2m * (-3 + 4 * ss ** 2) * (-3 + 4 * c2m ** 2)))
    return MINOR * a * (sigma - ds)


def between(a, b):
    """Geodesic in km between two rows with lat and lon."""
    return geodesic_km(float(a["lat"]), float(a["lon"]), float(b["lat"]), float(b["lon"]))


class Graph:
    """Undirected links by their ends; `use` adds rows, `way` finds the shortest one."""

    def __init__(self, links=(), keep=lambda row: True):
        self.near = {}
        for row in links:
            if keep(row):
                self.use(row)

    def use(self, row):
        length = float(row["length_km"])
        self.near.setdefault(row["from"], []).append((row["to"], length, row))
        self.near.setdefault(row["to"], []).append((row["from"], length, row))

    def distances(self, start, limit=math.inf):
        """{place: km}, and the link by which each was reached."""
        done, by, heap = {}, {}, [(0.0, start, _Link(None), None)]
        while heap:
            km, at, link, came = heapq.heappop(heap)
            if at in done:
                continue
            if km > limit:
                break
            done[at] = km
            by[at] = (came, link)
            for to, length, row in self.near.get(at, ()):
                if to not in done:
                    heapq.heappush(heap, (km + length, to, _Link(row), at))
        return done, by

    def way(self, start, end):
        """(km, places on the way, links on the way), or None."""
        done, by = self.distances(start)
        if end not in done:
            return None
        places, links, at = [end], [], end
        while at != start:
            came, link = by[at]
            links.append(link.row)
            places.append(came)
            at = came
        return done[end], places[::-1], links[::-1]


class _Link:
    """A row in a heap entry: ties are kept in order of arrival, rows are never compared."""

    count = 0

    def __init__(self, row):
        self.row = row
        _Link.count += 1
        self.order = _Link.count

    def __lt__(self, other):
        return self.order < other.order
