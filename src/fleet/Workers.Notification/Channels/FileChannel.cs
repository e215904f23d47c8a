using Microsoft.Extensions.Options;
using MimeKit;

namespace Workers.Notification.Channels;

/// <summary>Writes one <c>.eml</c> file a notification. The same notification again replaces its file, so a repeat leaves no trace.</summary>
internal sealed class FileChannel(IOptions<FileChannelOptions> options, TimeProvider time) : IChannel
{
    private static readonly FormatOptions Format = new() { NewLineFormat = NewLineFormat.Dos };

    public string Name => ChannelNames.File;

    public async Task SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        using var mail = Mail.Of(notification, options.Value.From, time.GetUtcNow());
        try
        {
            var directory = Directory.CreateDirectory(options.Value.Directory).FullName;
            await WriteAsync(mail, Path.Combine(directory, MessageId.Of(notification) + ".eml"), cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ChannelDownException($"the file could not be written ({failure.GetType().Name})");
        }
    }

    /// <summary>A reader never sees half a mail, and a disk that is full is not filled by what could not be finished.</summary>
    private static async Task WriteAsync(MimeMessage mail, string path, CancellationToken cancellationToken)
    {
        var unfinished = $"{path}.tmp";   // one name for every try: what a killed process leaves is overwritten
        try
        {
            await mail.WriteToAsync(Format, unfinished, cancellationToken);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
