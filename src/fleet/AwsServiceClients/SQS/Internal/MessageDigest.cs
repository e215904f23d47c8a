using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal;

/// <summary>The checksums that SQS makes of a message: MD5, in hexadecimal digits of either case.</summary>
internal static class MessageDigest
{
    /// <summary>Whether this is a body's checksum; allocates nothing, for every received message passes here.</summary>
    public static bool Matches(string body, string md5)
    {
        ArgumentNullException.ThrowIfNull(body);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(body.Length));
        try
        {
            Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
#pragma warning disable CA5351 // MD5 is what SQS sends, and it guards against accidents only.
            MD5.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(body, bytes)), hash);
#pragma warning restore CA5351
            return Matches(hash, md5);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Whether this is attributes' checksum: of names, types and values with their lengths, by name.</summary>
    public static bool Matches(Dictionary<string, MessageAttributeValue> attributes, string md5)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        foreach (var (name, value) in attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
        {
            Append(hash, Encoding.UTF8.GetBytes(name));
            Append(hash, Encoding.UTF8.GetBytes(value.DataType));
            var (kind, parts) = Value(value);
            hash.AppendData([kind]);
            foreach (var part in parts)
            {
                Append(hash, part);
            }
        }

        return Matches(hash.GetHashAndReset(), md5);
    }

    private static (byte Kind, IEnumerable<byte[]> Parts) Value(MessageAttributeValue value) => value switch
    {
        { StringValue: { } text } => (1, [Encoding.UTF8.GetBytes(text)]),
        { BinaryValue: { } blob } => (2, [blob.ToArray()]),
        { StringListValues: { } texts } => (3, texts.Select(Encoding.UTF8.GetBytes)),
        { BinaryListValues: { } blobs } => (4, blobs.Select(blob => blob.ToArray())),
        _ => throw new ArgumentException("The attribute has no value.", nameof(value)),
    };

    private static void Append(IncrementalHash hash, byte[] bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private static bool Matches(ReadOnlySpan<byte> hash, string md5)
    {
        Span<char> digits = stackalloc char[MD5.HashSizeInBytes * 2];
        return Convert.TryToHexString(hash, digits, out _)
            && MemoryExtensions.Equals(digits, md5, StringComparison.OrdinalIgnoreCase);
    }
}
