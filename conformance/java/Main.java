import java.nio.file.Path;
import software.amazon.awssdk.core.util.VersionInfo;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The AWS SDK for Java v2 with its defaults, against the bucket that the environment names. */
final class Main {
  public static void main(String[] arguments) throws Exception {
    String bucket = System.getenv("CONFORMANCE_BUCKET");
    Path folder = Path.of(System.getenv("HOME"));
    var pathStyle = S3Configuration.builder().pathStyleAccessEnabled(true).build();
    try (var s3 = S3Client.builder().forcePathStyle(true).build();
        var async = S3AsyncClient.builder().forcePathStyle(true).multipartEnabled(true).build();
        var presigner = S3Presigner.builder().serviceConfiguration(pathStyle).build()) {
      var rules = new Rules();
      new ObjectRules(s3, presigner, bucket).addTo(rules);
      new TransferRules(async, bucket, folder).addTo(rules);
      rules.serve(VersionInfo.SDK_VERSION);
    }
  }
}
