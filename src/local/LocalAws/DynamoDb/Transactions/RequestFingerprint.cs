using System.Text;
using System.Text.Json;

namespace LocalAws.DynamoDb.Transactions;

/// <summary>
/// A number that is the same for requests that say the same: members, attributes and the elements of sets may come in any order and
/// be written with any white space. Two requests that differ have the same one by bad luck only.
/// </summary>
internal static class RequestFingerprint
{
    private const ulong Odd = 0x9E37_79B9_7F4A_7C15;

    public static UInt128 Of(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1024 });
        reader.Read();
        return Value(ref reader, isSet: false);
    }

    private static UInt128 Value(ref Utf8JsonReader reader, bool isSet) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Members(ref reader),
        JsonTokenType.StartArray => Elements(ref reader, isSet),
        _ => Text(ref reader),
    };

    private static UInt128 Members(ref Utf8JsonReader reader)
    {
        UInt128 sum = 1;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isSet = reader.ValueTextEquals("SS"u8) || reader.ValueTextEquals("NS"u8) || reader.ValueTextEquals("BS"u8);
            var name = Text(ref reader);
            reader.Read();
            sum += Mix(name, Value(ref reader, isSet));
        }

        return Mix(sum, 2);
    }

    private static UInt128 Elements(ref Utf8JsonReader reader, bool isSet)
    {
        UInt128 all = 3;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var element = Value(ref reader, isSet: false);
            all = isSet ? all + Mix(element, 4) : Mix(all, element);
        }

        return Mix(all, 5);
    }

    private static UInt128 Text(ref Utf8JsonReader reader)
    {
        var hash = (UInt128)(byte)reader.TokenType;
        if (reader.ValueIsEscaped)
        {
            return Bytes(hash, Encoding.UTF8.GetBytes(reader.GetString()!));
        }

        return Bytes(hash, reader.ValueSpan);
    }

    private static UInt128 Bytes(UInt128 hash, ReadOnlySpan<byte> bytes)
    {
        hash = Mix(hash, (UInt128)bytes.Length);
        while (bytes.Length >= sizeof(ulong))
        {
            hash = Mix(hash, BitConverter.ToUInt64(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var last in bytes)
        {
            hash = Mix(hash, last);
        }

        return hash;
    }

    /// <summary>Depends on both and on their order.</summary>
    private static UInt128 Mix(UInt128 hash, UInt128 value)
    {
        var low = Math.BigMul((ulong)hash ^ (ulong)value, Odd);
        var high = Math.BigMul((ulong)(hash >> 64) + (ulong)(value >> 64) + (ulong)value, Odd ^ 0xFF51_AFD7_ED55_8CCD);
        return low + ((high << 64) | (high >> 64)) + (hash * 31);
    }
}
