using System.Buffers;
using System.IO.Compression;

namespace LocalAws.Http;

/// <summary>A request's body, decompressed, in memory that goes back to a pool when disposed of.</summary>
internal readonly struct RequestBody : IDisposable
{
    /// <summary>What the largest request of any service (a BatchWriteItem of 16 MB) stays below, escapes included.</summary>
    public const int LargestBytes = 64 * 1024 * 1024;

    // What a client says its body will be is not yet sent: more memory than this follows only what has arrived.
    private const int LargestTrustedBytes = 256 * 1024;

    private const int UntoldBytes = 16 * 1024;

    private readonly byte[] _rented;

    private RequestBody(byte[] rented, int length)
    {
        _rented = rented;
        Bytes = rented.AsMemory(0, length);
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <exception cref="AwsException">The body is too large, or not compressed the way it says.</exception>
    public static async ValueTask<RequestBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = Decompress(request);
        var rented = ArrayPool<byte>.Shared.Rent((int)Math.Min(request.ContentLength + 1 ?? UntoldBytes, LargestTrustedBytes));
        try
        {
            var length = 0;
            while (await body.ReadAsync(rented.AsMemory(length), cancellationToken) is > 0 and var read)
            {
                length += read;
                if (length > LargestBytes)
                {
                    throw TooLarge();
                }

                rented = length < rented.Length ? rented : Grow(rented);
            }

            return new RequestBody(rented, length);
        }
        catch (InvalidDataException)
        {
            ArrayPool<byte>.Shared.Return(rented);
            throw new AwsException("SerializationException", "The request's body is not compressed as its Content-Encoding says.");
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(rented);
            throw;
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_rented);

    private static byte[] Grow(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * full.Length);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
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
