using System.Buffers;
using System.IO.Compression;

namespace LocalAws.Http;

/// <summary>A request's body, decompressed, in memory that goes back to a pool when disposed of.</summary>
internal readonly struct RequestBody : IDisposable
{
    /// <summary>What the largest request of any service (a BatchWriteItem of 16 MB) stays below, escapes included.</summary>
    public const int LargestBytes = 64 * 1024 * 1024;

    private readonly byte[]? _rented;

    private RequestBody(ReadOnlyMemory<byte> bytes, byte[]? rented)
    {
        Bytes = bytes;
        _rented = rented;
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <exception cref="AwsException">The body is too large, or not compressed the way it says.</exception>
    public static ValueTask<RequestBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        request is { ContentLength: <= LargestBytes and { } length, Headers.ContentEncoding.Count: 0 }
            ? ReadExactlyAsync(request.Body, (int)length, cancellationToken)
            : ReadToEndAsync(Decompress(request), cancellationToken);

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }

    private static async ValueTask<RequestBody> ReadExactlyAsync(Stream body, int length, CancellationToken cancellationToken)
    {
        var rented = ArrayPool<byte>.Shared.Rent(length);
        var bytes = rented.AsMemory(0, length);
        await body.ReadExactlyAsync(bytes, cancellationToken);
        return new RequestBody(bytes, rented);
    }

    private static async ValueTask<RequestBody> ReadToEndAsync(Stream body, CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        var part = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await body.ReadAsync(part, cancellationToken)) > 0)
            {
                bytes.Write(part, 0, read);
                if (bytes.Length > LargestBytes)
                {
                    throw TooLarge();
                }
            }
        }
        catch (InvalidDataException)
        {
            throw new AwsException("SerializationException", "The request's body is not compressed as its Content-Encoding says.");
        }

        return new RequestBody(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), rented: null);
    }

    private static Stream Decompress(HttpRequest request) => request.Headers.ContentEncoding.ToString() switch
    {
        _ when request.ContentLength > LargestBytes => throw TooLarge(),
        "" or "identity" => request.Body,
        "gzip" => new GZipStream(request.Body, CompressionMode.Decompress),
        "deflate" => new ZLibStream(request.Body, CompressionMode.Decompress),
        "br" => new BrotliStream(request.Body, CompressionMode.Decompress),
        var encoding => throw new AwsException("UnsupportedMediaTypeException", $"Content-Encoding {encoding} is not supported.", 415),
    };

    private static AwsException TooLarge() =>
        new("RequestEntityTooLargeException", $"The request's body has more than {LargestBytes} bytes.", 413);
}
