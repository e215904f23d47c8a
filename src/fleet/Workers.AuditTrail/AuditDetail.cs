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

    /// <summary>The detail of a row; null where somebody changed the row, so that it has none.</summary>
    public static string? Read(IReadOnlyDictionary<string, AttributeValue> row)
    {
        if (row.GetValueOrDefault(AuditColumns.Detail)?.S is { } plain)
        {
            return plain;
        }

        return row.GetValueOrDefault(AuditColumns.PackedDetail)?.B is { } packed ? Unpack(packed.ToArray()) : null;
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

    private static string? Unpack(byte[] packed)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
            using var reader = new StreamReader(brotli, Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
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
