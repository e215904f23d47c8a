using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Workers.AuditTrail;

/// <summary>
/// SHA-256 over fields, each preceded by its length as four bytes, the highest first: no two lists of fields make the same bytes.
/// </summary>
internal sealed class HashedFields : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The hash of some texts, in 64 digits.</summary>
    public static string Of(params IEnumerable<string> fields)
    {
        using var hashed = new HashedFields();
        foreach (var field in fields)
        {
            hashed.Add(field);
        }

        return hashed.Digest();
    }

    public void Add(string field) => Add(Encoding.UTF8.GetBytes(field));

    public void Add(ReadOnlySpan<byte> field)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
        _hash.AppendData(length);
        _hash.AppendData(field);
    }

    public string Digest() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
