using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Messages;

/// <summary>The digests by which clients check that a message arrived as it was sent.</summary>
internal static class Md5
{
    private const byte IsText = 1;
    private const byte IsBytes = 2;

#pragma warning disable CA5351 // Nothing is kept secret by it: clients compare what they sent with what arrived.
    public static string OfBody(string body) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(body)));
#pragma warning restore CA5351

    /// <summary>Of names, types and values in the order of the names, each part after its length; null when there are none.</summary>
    public static string? OfAttributes(IReadOnlyDictionary<string, MessageAttributeValue>? attributes)
    {
        if (attributes is null or { Count: 0 })
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        foreach (var (name, value) in attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
        {
            Append(hash, Encoding.UTF8.GetBytes(name));
            Append(hash, Encoding.UTF8.GetBytes(value.DataType!));
            hash.AppendData([value.IsBinary ? IsBytes : IsText]);
            Append(hash, value.IsBinary ? value.BinaryValue : Encoding.UTF8.GetBytes(value.StringValue!));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
