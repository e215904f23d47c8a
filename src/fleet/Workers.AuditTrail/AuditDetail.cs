using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts.Tables;

namespace Workers.AuditTrail;

/// <summary>An event's detail as a row holds it: as it stood, or compressed where that pays.</summary>
public static class AuditDetail
{
    /// <summary>
    /// The longest detail, in bytes, that is kept as it stood. A row costs a write unit for each KB, but whoever reads the table by hand
    /// reads no Brotli.
    /// </summary>
    private const int LongestPlain = 4 * 1024;

    /// <summary>The attribute that holds a detail.</summary>
    public static KeyValuePair<string, AttributeValue> ToAttribute(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        return bytes.Length <= LongestPlain
            ? new(AuditColumns.Detail, new AttributeValue { S = json })
            : new(AuditColumns.PackedDetail, new AttributeValue { B = Pack(bytes) });
    }

    /// <summary>The detail of a row.</summary>
    /// <exception cref="InvalidDataException">Somebody changed the row: it has no detail, or what is packed is none.</exception>
    public static string Read(IReadOnlyDictionary<string, AttributeValue> row)
    {
        if (row.GetValueOrDefault(AuditColumns.Detail)?.S is { } plain)
        {
            return plain;
        }

        var packed = row.GetValueOrDefault(AuditColumns.PackedDetail)?.B ?? throw new InvalidDataException("The row has no detail.");
        using var brotli = new BrotliStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>A detail as JSON; null where a foreign producer sent something else.</summary>
    public static JsonDocument? Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static MemoryStream Pack(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(bytes);
        }

        packed.Position = 0;
        return packed;
    }
}
