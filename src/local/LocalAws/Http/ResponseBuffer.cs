using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalAws.Http;

/// <summary>
/// An answer under construction. It is complete before its first byte leaves, because its checksum and length go ahead of it
/// and an operation may fail half-way. Reused through a pool.
/// </summary>
internal sealed class ResponseBuffer
{
    private const int LargestKept = 256 * 1024;

    // Nothing here ends up in HTML, and message bodies are mostly quotation marks.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    public ResponseBuffer() => Writer = new Utf8JsonWriter(_bytes, Options);

    /// <summary>Writes into this buffer.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>Whether it is small enough to keep for another answer.</summary>
    public bool IsWorthKeeping => _bytes.Capacity <= LargestKept;

    /// <summary>What has been written.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        Writer.Flush();
        return _bytes.WrittenMemory;
    }

    /// <summary>Starts again from nothing.</summary>
    public void Clear()
    {
        _bytes.ResetWrittenCount();
        Writer.Reset();
    }
}
