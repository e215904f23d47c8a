using System.Buffers.Binary;
using System.Text;

namespace Workers.IntegrationTests.Telemetry;

/// <summary>A protobuf message without its schema: what stands under which field's number, in order.</summary>
internal sealed class ProtoMessage
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Delimited = 2;
    private const int Fixed32 = 5;

    private readonly List<(int Field, ReadOnlyMemory<byte> Bytes)> _fields = [];

    public ProtoMessage(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var key = ReadVarint(ref bytes);
            var length = (int)(key & 7) switch
            {
                Varint => VarintLength(bytes),
                Fixed64 => sizeof(ulong),
                Delimited => (int)ReadVarint(ref bytes),
                Fixed32 => sizeof(uint),
                var wireType => throw new InvalidDataException($"Wire type {wireType} is none of protobuf's."),
            };
            _fields.Add(((int)(key >> 3), bytes[..length]));
            bytes = bytes[length..];
        }
    }

    /// <summary>The messages that stand under a field.</summary>
    public IEnumerable<ProtoMessage> Messages(int field) => All(field).Select(bytes => new ProtoMessage(bytes));

    public string Text(int field) => Encoding.UTF8.GetString(Last(field).Span);

    public string Hex(int field) => Convert.ToHexStringLower(Last(field).Span);

    /// <summary>A varint; 0, which is never sent, where it is absent.</summary>
    public long Number(int field)
    {
        var bytes = Last(field);
        return bytes.IsEmpty ? 0 : (long)ReadVarint(ref bytes);
    }

    public double Double(int field) => BinaryPrimitives.ReadDoubleLittleEndian(Last(field).Span);

    public bool Has(int field) => All(field).Any();

    private IEnumerable<ReadOnlyMemory<byte>> All(int field) => _fields.Where(found => found.Field == field).Select(found => found.Bytes);

    private ReadOnlyMemory<byte> Last(int field) => All(field).LastOrDefault();

    private static int VarintLength(ReadOnlyMemory<byte> bytes)
    {
        var rest = bytes;
        ReadVarint(ref rest);
        return bytes.Length - rest.Length;
    }

    private static ulong ReadVarint(ref ReadOnlyMemory<byte> bytes)
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var next = bytes.Span[0];
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7F) << shift;
            shift += 7;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
