using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace LocalAws.Patterns.Matchers;

/// <summary>A string that is an address, of IPv4 or IPv6, in a network.</summary>
internal sealed class CidrMatcher : IValueMatcher
{
    private static readonly SearchValues<char> InIPv6 = SearchValues.Create("0123456789abcdefABCDEF:");

    private readonly byte[] _network;
    private readonly int _bits;

    private CidrMatcher(byte[] network, int bits)
    {
        _network = network;
        _bits = bits;
    }

    /// <summary>One address in any of its spellings; null when the text is none.</summary>
    public static CidrMatcher? OfAddress(string text) =>
        Address(text) is { } address ? new CidrMatcher(address, address.Length * 8) : null;

    /// <summary>Reads <c>10.0.0.0/24</c>. Bits after the mask do not matter.</summary>
    public static CidrMatcher Parse(string text)
    {
        if (text.Split('/') is not [var address, var mask])
        {
            throw new InvalidEventPatternException("Malformed CIDR, one '/' required");
        }

        if (!int.TryParse(mask, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bits))
        {
            throw new InvalidEventPatternException("Malformed CIDR, mask bits must be an integer");
        }

        if (bits < 0)
        {
            throw new InvalidEventPatternException("Malformed CIDR, mask bits must not be negative");
        }

        var network = Address(address) ?? throw new InvalidEventPatternException($"Nonstandard IP address: {address}");
        return bits < network.Length * 8
            ? new CidrMatcher(network, bits)
            : throw new InvalidEventPatternException($"IPv{(network.Length == 4 ? 4 : 6)} mask bits must be < {network.Length * 8}");
    }

    public bool Matches(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String
            || Address(value.GetString()!) is not { } address
            || address.Length != _network.Length)
        {
            return false;
        }

        var (bytes, rest) = int.DivRem(_bits, 8);
        return address.AsSpan(0, bytes).SequenceEqual(_network.AsSpan(0, bytes))
            && (rest == 0 || (address[bytes] ^ _network[bytes]) >> (8 - rest) == 0);
    }

    // Stricter than IPAddress, which also takes "1", "10.1", octal parts, zones and ports.
    private static byte[]? Address(string text) => text switch
    {
        _ when text.Split('.') is { Length: 4 } parts => AddressOfFour(parts),
        _ when text.Contains(':') && !text.AsSpan().ContainsAnyExcept(InIPv6) && IPAddress.TryParse(text, out var address) =>
            address.GetAddressBytes(),
        _ => null,
    };

    private static byte[]? AddressOfFour(string[] parts)
    {
        var bytes = new byte[4];
        for (var part = 0; part < bytes.Length; part++)
        {
            if (!byte.TryParse(parts[part], NumberStyles.None, CultureInfo.InvariantCulture, out bytes[part]))
            {
                return null;
            }
        }

        return bytes;
    }
}
